"""The files of a store on this machine: whole or absent, and read once to be verified."""

import json
import os
import shutil
import uuid
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

INDEX = "index.json"
State = list[int]  # of a file: size, time of change, inode


class Folder:
    """A folder with a folder for each key, and an index of what was verified in it.

    What the index knows is not read again to be verified while its files are as they were then:
    as large, as old, the same inode.
    """

    def __init__(self, root: Path):
        self.root = root
        self._index: dict[str, dict[str, Any]] | None = None
        self._changed = False

    def known(self, key: str) -> Any:
        """Give what was noted of a key, where none of its files has changed since; else None."""
        entry = self.index.get(key)
        if entry is None or any(
            self._state(f"{key}/{name}") != state for name, state in entry["files"].items()
        ):
            return None
        return entry["content"]

    def note(self, key: str, names: Iterable[str], content: Any) -> None:
        """Note that some files of a key were verified, and what they say."""
        files = {name: self._state(f"{key}/{name}") for name in names}
        self.index[key] = {"files": files, "content": content}
        self._changed = True

    def remember(self) -> None:
        """Write the index, so that the next build need not read what is as it was."""
        if self._changed and self.root.is_dir():
            with suppress(OSError):  # a store that cannot be written can be read all the same
                self.write(INDEX, json.dumps(self.index).encode())
                self._changed = False

    @property
    def index(self) -> dict[str, dict[str, Any]]:
        """What was verified, by key."""
        if self._index is None:
            self._index = {}
            with suppress(OSError, ValueError):
                self._index = dict(json.loads((self.root / INDEX).read_bytes()))
        return self._index

    def keys(self) -> list[str]:
        """Give every key that has a folder."""
        if not self.root.is_dir():
            return []
        return sorted(entry.name for entry in os.scandir(self.root) if entry.is_dir())

    def read(self, name: str) -> bytes | None:
        """Give a file's bytes; None where there is none."""
        try:
            with open(f"{self.root}/{name}", "rb") as file:
                return file.read()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def write(self, name: str, data: bytes) -> None:
        """Write a file aside, and put it in its place whole."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
        try:
            aside.write_bytes(data)
            os.replace(aside, path)
        finally:
            aside.unlink(missing_ok=True)

    def remove(self, key: str) -> None:
        """Remove a key: its record first, without which the rest does not count."""
        (self.root / key / "record.json").unlink(missing_ok=True)
        shutil.rmtree(self.root / key, ignore_errors=True)
        self.index.pop(key, None)
        self._changed = True

    def _state(self, name: str) -> State | None:
        try:
            status = os.stat(f"{self.root}/{name}")
        except OSError:
            return None
        return [status.st_size, status.st_mtime_ns, status.st_ino]
