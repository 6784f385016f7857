"""Unpacking a .tar.gz of others: whole or not at all, and nothing outside its folder."""

import gzip
import tarfile
import zlib
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

SMALL = 64 * 2**20  # bytes that are never a bomb, however well they were packed
RATIO = 20  # bytes unpacked for each byte of the archive: photographs hardly shrink
REFUSED = (  # our own refusals and the data filter's; what damage and clashing names raise
    ValueError, tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile,
    FileExistsError, IsADirectoryError, NotADirectoryError,
)  # fmt: skip


class _Bounded:
    """A stream that gives no more than so many bytes, headers of members included."""

    def __init__(self, stream: gzip.GzipFile, most: int):
        self.stream = stream
        self.most = self.left = most

    def read(self, size: int) -> bytes:
        """Read on; tarfile asks for a few thousand bytes at a time."""
        data = self.stream.read(size)
        self.left -= len(data)
        if self.left < 0:
            raise ValueError(f"it would unpack to more than {self.most:,} bytes, like a bomb")
        return data


def unpack(archive: Path) -> None:
    """Unpack a .tar.gz where it lies.

    All of it is first written aside and then moved, so a refused, damaged or interrupted archive
    leaves nothing. Raises ValueError where a member is a link or a device, would lie outside or
    exists already, where there are too many bytes, and where it is damaged or no .tar.gz.
    """
    folder = archive.parent
    refusal = f"{archive} is not unpacked, and nothing was written:"
    with TemporaryDirectory(prefix=".unpacking-", dir=folder) as aside:
        try:
            with gzip.GzipFile(archive) as stream:
                most = max(SMALL, RATIO * archive.stat().st_size)
                _extract(_Bounded(stream, most), aside)
        except REFUSED as error:
            raise ValueError(f"{refusal} {error}. Get it again from its official page.") from error
        entries = list(Path(aside).iterdir())
        for entry in entries:
            if (folder / entry.name).exists():
                raise ValueError(f"{refusal} {folder / entry.name} exists: move it away first")
        for entry in entries:
            entry.rename(folder / entry.name)


def _extract(stream: _Bounded, folder: str) -> None:
    with tarfile.open(fileobj=stream, mode="r|") as tar:  # type: ignore[call-overload] # tarfile only calls read
        while member := tar.next():
            tar.members = []  # or 700,000 headers would stay in memory
            # Links at all: those that the data filter of older Pythons lets through lead out.
            if member.issparse() or not (member.isfile() or member.isdir()):
                raise ValueError(f"its member {member.name!r} is a link, a device or has holes")
            if PurePosixPath(member.name).is_absolute():  # the data filter only takes the slash off
                raise ValueError(f"its member {member.name!r} would be written outside the folder")
            tar.extract(member, folder, filter="data")
    while stream.read(2**16):  # to the end, where gzip keeps its checksum
        pass
