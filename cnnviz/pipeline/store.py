"""The store: outcomes by key, whole or absent, with a checksum that is verified on load."""

import json
import logging
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from cnnviz.pipeline.folder import Folder
from cnnviz.pipeline.outcome import Drawing, decoded, encoded
from cnnviz.pipeline.remote import Remote
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
    """Outcomes in a folder, and behind it, where the URL is one that fsspec understands, elsewhere.

    Each key has a folder with the outcome, named by its checksum, `parts.json`, which tells what
    decided it, and `record.json`, which is written last: without a record there is no outcome.
    What lies elsewhere is kept in a folder of this machine once it was read: keys never go stale.
    """

    def __init__(self, url: str):
        self.url = url
        self.remote = Remote(url) if "://" in url else None
        self.folder = Folder(copy_of(url) if self.remote else Path(url))
        self._records: dict[str, Record | None] = {}  # also of keys that are missing
        self._told: set[str] = set()

    def find(self, key: str) -> Record | None:
        """Give the record of a key whose outcome is there and whole, else None.

        A damaged outcome is told and counts as absent. What lies elsewhere only is known by its
        record and its size; the checksum is compared when the outcome is loaded.
        """
        if key not in self._records:
            self._records[key] = self._find(key)
        return self._records[key]

    def fetch(self, keys: Iterable[str], outcomes: Iterable[str] = ()) -> bool:
        """Bring along in bulk what lies elsewhere: records of some keys, outcomes of others.

        True where a record came that was not known before.
        """
        if self.remote is None:
            return False
        missing = [key for key in keys if self.find(key) is None]
        there = [
            f"{key}/record.json" for key in missing if f"{key}/record.json" in self._elsewhere()
        ]
        for name, data in self.remote.read(there).items():
            self.folder.write(name, data)
            self._records.pop(name.partition("/")[0], None)
        wanted = [f"{record.key}/{record.file}" for key in outcomes if (record := self.find(key))]
        lacking = [name for name in wanted if not (self.folder.root / name).is_file()]
        for name, data in self.remote.read(lacking).items():
            self.folder.write(name, data)
        return bool(there)

    def load(self, key: str) -> Any:
        """Give the outcome of a key; KeyError where it is absent or damaged."""
        record = self.find(key)
        data = self._content(record) if record else None
        if record is None or data is None:
            self._records[key] = None
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
        parts = {f"{step.key}/parts.json": json.dumps(step.parts).encode()}
        parts[f"{step.key}/{record.file}"] = data
        told = {f"{step.key}/record.json": json.dumps(content, indent=1).encode()}
        for some in (parts, told):
            if self.remote:
                self.remote.write(some)
            for name, content_of in some.items():
                self.folder.write(name, content_of)
        self.learn(record)
        return record

    def learn(self, record: Record) -> None:
        """Take note of what a worker has saved, whose files need not be read to be known."""
        self._records[record.key] = record
        if (self.folder.root / record.key / record.file).is_file():
            self.folder.note(record.key, ("record.json", record.file), asdict(record))

    def parts(self, key: str) -> dict[str, Any]:
        """Give what decided the outcome of a key; nothing where that is not known."""
        name = f"{key}/parts.json"
        data = self.folder.read(name)
        if data is None and self.remote:
            data = self.remote.read([name]).get(name)
        return dict(json.loads(data)) if data else {}

    def records(self) -> list[Record]:
        """Give every whole record, newest first."""
        keys = set(self.folder.keys())
        if self.remote:
            keys |= {name.partition("/")[0] for name in self._elsewhere()}
            self.fetch(keys)
        found = [record for key in keys if (record := self.find(key))]
        return sorted(found, key=lambda record: (record.made, record.key), reverse=True)

    def remember(self) -> None:
        """Let the next build know what this one has verified."""
        self.folder.remember()

    def _elsewhere(self) -> dict[str, int]:
        return self.remote.sizes if self.remote else {}

    def _find(self, key: str) -> Record | None:
        known = self.folder.known(key)
        if known is not None:
            return Record(**known)
        data = self.folder.read(f"{key}/record.json")
        if data is None:
            return None
        try:
            content = json.loads(data)
            if content.pop("digest") != _digest(content):
                raise ValueError("its checksum does not match")
            record = Record(**content)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            self._tell(f"{key}/record.json", str(error))
            return None
        if not (self.folder.root / key / record.file).exists() and self.remote:
            size = self._elsewhere().get(f"{key}/{record.file}")
            return record if size == record.size else None
        if self._content(record) is None:
            return None
        self.folder.note(key, ("record.json", record.file), asdict(record))
        return record

    def _content(self, record: Record) -> bytes | None:
        name = f"{record.key}/{record.file}"
        data = self.folder.read(name)
        if data is None and self.remote:
            data = self.remote.read([name]).get(name)
            if data is not None and sha256(data).hexdigest() == record.sha256:
                self.folder.write(name, data)
        if data is not None and sha256(data).hexdigest() == record.sha256:
            return data
        self._tell(name, "it is missing" if data is None else "its checksum does not match")
        return None

    def _tell(self, file: str, what: str) -> None:
        if file in self._told:
            return
        self._told.add(file)
        # Not a warning: the build mends it, and a strict build should not stop for that.
        log.info("store: %s/%s is damaged (%s): it will be made again", self.url, file, what)


def copy_of(url: str) -> Path:
    """Say where this machine keeps what it read of a store elsewhere.

    `CNNVIZ_STORE_COPY` names the folder; by default it is one in the user's cache.
    """
    named = os.environ.get("CNNVIZ_STORE_COPY")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(named) if named else cache / "cnnviz" / sha256(url.encode()).hexdigest()[:16]


def _digest(content: dict[str, Any]) -> str:
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
