"""The store: outcomes by key, whole or absent, with a checksum that is verified on load."""

import json
import logging
import os
import uuid
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from cnnviz.pipeline.outcome import Drawing, decoded, encoded
from cnnviz.pipeline.step import Step

log = logging.getLogger("mkdocs.cnnviz.store")  # below "mkdocs", so that --strict counts it


@dataclass(frozen=True)
class Record:
    """How an outcome came about: how long it took, on what, and its file."""

    key: str
    name: str
    seconds: float
    device: str
    file: str
    sha256: str
    size: int
    width: int = 0
    height: int = 0
    made: str = ""
    libraries: dict[str, str] = field(default_factory=dict)

    @property
    def suffix(self) -> str:
        """The file type of the outcome."""
        return self.file.rpartition(".")[2]


class Store:
    """Outcomes under a root, which is a local folder or any URL that fsspec understands.

    Each key has a folder with the outcome, named by its checksum, `parts.json`, which tells what
    decided it, and `record.json`, which is written last: without a record there is no outcome.
    """

    def __init__(self, url: str):
        self.url = url
        self._records: dict[str, Record | None] = {}
        self._told: set[str] = set()

    @cached_property
    def _files(self) -> tuple[Any, str]:
        import fsspec  # slow to load, and a local store needs it only to list records

        return fsspec.core.url_to_fs(self.url)

    @property
    def local(self) -> bool:
        """Whether the store is a folder of this machine."""
        return "://" not in self.url

    def find(self, key: str) -> Record | None:
        """Give the record of a key whose outcome is there and whole, else None.

        A damaged outcome is told and counts as absent. In a remote store, only the sizes are
        compared here; the checksum is when the outcome is loaded.
        """
        if self._records.get(key) is None:
            self._records[key] = self._find(key)
        return self._records[key]

    def _find(self, key: str) -> Record | None:
        data = self._read(f"{key}/record.json")
        if data is None:
            return None
        try:
            content = json.loads(data)
            if content.pop("digest") != _digest(content):
                raise ValueError("its checksum does not match")
            record = Record(**content)
        except (ValueError, TypeError, KeyError) as error:
            self._tell(f"{key}/record.json", str(error))
            return None
        if self.local:
            return record if self._content(record) is not None else None
        files, root = self._files
        path = f"{root}/{key}/{record.file}"
        return record if files.exists(path) and files.size(path) == record.size else None

    def load(self, key: str) -> Any:
        """Give the outcome of a key; KeyError where it is absent or damaged."""
        record = self.find(key)
        data = self._content(record) if record else None
        if record is None or data is None:
            raise KeyError(f"the store {self.url} has no outcome for {key}")
        outcome = decoded(record.suffix, data)
        if isinstance(outcome, Drawing):
            return replace(outcome, width=record.width, height=record.height)
        return outcome

    def save(self, step: Step, outcome: Any, seconds: float, libraries: dict[str, str]) -> Record:
        """Keep an outcome: first the outcome itself, then the record that makes it count."""
        suffix, data = encoded(outcome)
        checksum = sha256(data).hexdigest()
        device = outcome.get("device", "cpu") if isinstance(outcome, dict) else "cpu"
        size = (outcome.width, outcome.height) if isinstance(outcome, Drawing) else (0, 0)
        record = Record(
            key=step.key,
            name=step.label,
            seconds=round(seconds, 3),
            device=device,
            file=f"{checksum[:16]}.{suffix}",
            sha256=checksum,
            size=len(data),
            width=size[0],
            height=size[1],
            made=datetime.now(UTC).isoformat(timespec="seconds"),
            libraries=libraries,
        )
        content = asdict(record)
        content["digest"] = _digest(content)
        self._write(f"{step.key}/parts.json", json.dumps(step.parts).encode())
        self._write(f"{step.key}/{record.file}", data)
        self._write(f"{step.key}/record.json", json.dumps(content, indent=1).encode())
        self._records[step.key] = record
        return record

    def parts(self, key: str) -> dict[str, Any]:
        """Give what decided the outcome of a key; nothing where that is not known."""
        data = self._read(f"{key}/parts.json")
        return dict(json.loads(data)) if data else {}

    def records(self) -> list[Record]:
        """Give every whole record, newest first."""
        files, root = self._files
        if not files.exists(root):
            return []
        keys = [path.rpartition("/")[2] for path in files.ls(root, detail=False)]
        found = [record for key in keys if (record := self.find(key))]
        return sorted(found, key=lambda record: record.made, reverse=True)

    def _content(self, record: Record) -> bytes | None:
        data = self._read(f"{record.key}/{record.file}")
        if data is not None and sha256(data).hexdigest() == record.sha256:
            return data
        what = "it is missing" if data is None else "its checksum does not match"
        self._tell(f"{record.key}/{record.file}", what)
        return None

    def _tell(self, file: str, what: str) -> None:
        if file in self._told:
            return
        self._told.add(file)
        # Not a warning: the build mends it, and a strict build should not stop for that.
        log.info("store: %s/%s is damaged (%s): it will be made again", self.url, file, what)

    def _read(self, name: str) -> bytes | None:
        if self.local:  # a warm build reads hundreds of small files, and should not be long at it
            try:
                with open(f"{self.url}/{name}", "rb") as file:
                    return file.read()
            except FileNotFoundError:
                return None
        files, root = self._files
        try:
            return files.cat_file(f"{root}/{name}")
        except FileNotFoundError:
            return None

    def _write(self, name: str, data: bytes) -> None:
        if not self.local:
            files, root = self._files
            files.pipe_file(f"{root}/{name}", data)  # object stores put whole files or none
            return
        path = Path(self.url, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
        try:
            aside.write_bytes(data)
            os.replace(aside, path)
        finally:
            aside.unlink(missing_ok=True)


def _digest(content: dict[str, Any]) -> str:
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
