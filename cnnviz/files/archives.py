"""Unpacking archives of others: whole or not at all, and nothing outside the folder."""

import shutil
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from errno import EINVAL
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from struct import error as StructError
from tempfile import mkdtemp
from zlib import error as ZlibError

from cnnviz.files.tar import members

SMALL = 64 * 2**20  # bytes that are never a bomb, however well they were packed
RATIO = 200  # bytes unpacked for each byte of the archive
DAMAGE = (  # what the unpackers raise where they find nonsense
    EOFError, LZMAError, NotImplementedError, StructError, UnicodeError, ZlibError,
    tarfile.TarError, zipfile.BadZipFile,
)  # fmt: skip
LINK = 0o120000  # in the file mode that a zip keeps


@dataclass
class Checks:
    """What has been seen of an archive's members, and how much of it is allowed."""

    archive: Path
    most: int  # members
    largest: int  # bytes in all
    names: set[PurePosixPath] = field(default_factory=set)
    size: int = 0

    def admit(self, name: str, size: int, what: str) -> None:
        """Refuse a member that is not a plain file or folder inside, or is one too many."""
        path = PurePosixPath(name)
        if what not in ("file", "folder"):
            raise self.refusal(f"its member {name!r} is a {what}")
        outside = path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name[:2]
        if outside or "\0" in name:
            raise self.refusal(f"its member {name!r} would be written outside the folder")
        if path in self.names and what == "file":
            raise self.refusal(f"its member {name!r} occurs twice")
        self.names.add(path)
        self.size += size
        if len(self.names) > self.most:
            raise self.refusal(f"it has more than {self.most:,} members")
        allowed = min(self.largest, max(SMALL, RATIO * self.archive.stat().st_size))
        if self.size > allowed:
            raise self.refusal(f"it would unpack to more than {allowed:,} bytes, like a bomb")

    def refusal(self, reason: str) -> ValueError:
        """Phrase a refusal."""
        return ValueError(
            f"{self.archive} is not unpacked, and nothing was written: {reason}. "
            "Get the archive from its official page."
        )


def unpack(
    archive: Path, folder: Path, *, most: int = 2_000_000, largest: int = 64 * 2**30
) -> None:
    """Unpack a tar (plain, gz, bz2 or xz) or a zip into a folder, which may exist.

    All of it is first written beside the folder and then moved in, so a refused, damaged or
    interrupted archive leaves nothing. Raises ValueError where a member is a link or a device,
    would lie outside, or occurs twice or in the folder already; where there are too many members
    or bytes; and where the archive is damaged or of another kind.
    """
    if not archive.is_file():
        raise FileNotFoundError(f"there is no archive {archive}")
    checks = Checks(archive, most, largest)
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        whole = aside / "whole"
        whole.mkdir()
        with _damage_told(checks):
            if zipfile.is_zipfile(archive):
                _unzip(archive, whole, checks)
            else:
                for tar, member, what in members(archive, checks.refusal):
                    checks.admit(member.name, member.size, what)
                    tar.extract(member, whole, filter="data")
        _move(whole, folder, checks)
    finally:
        shutil.rmtree(aside)


@contextmanager
def _damage_told(checks: Checks) -> Iterator[None]:
    try:
        yield
    except DAMAGE as error:
        raise checks.refusal(f"it is damaged, or no archive ({error})") from error
    except (NotADirectoryError, IsADirectoryError, FileExistsError) as error:
        raise checks.refusal("one of its members is a file and a folder") from error
    except OSError as error:  # a disk that is full is no damage; a place before the file's start is
        if error.errno not in (None, EINVAL):
            raise
        raise checks.refusal(f"it is damaged, or no archive ({error})") from error


def _unzip(archive: Path, whole: Path, checks: Checks) -> None:
    with zipfile.ZipFile(archive) as opened:
        for member in opened.infolist():  # all of them, before the first is written
            what = "link" if member.external_attr >> 16 & 0o170000 == LINK else "file"
            what = "folder" if member.is_dir() else what
            if member.flag_bits & 1:
                what = "file under a password"
            checks.admit(member.filename, member.file_size, what)
        for member in opened.infolist():
            opened.extract(member, whole)


def _move(whole: Path, folder: Path, checks: Checks) -> None:
    if not folder.exists():
        whole.rename(folder)
        return
    entries = list(whole.iterdir())
    for entry in entries:
        if (folder / entry.name).exists():
            raise checks.refusal(f"{folder / entry.name} exists already: move it away first")
    for entry in entries:
        entry.rename(folder / entry.name)
