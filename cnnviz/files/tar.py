"""Walking through a tar that may be damaged or hostile, member by member."""

import bz2
import gzip
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator
from io import BufferedIOBase
from pathlib import Path
from typing import Any

OPENERS: dict[bytes, Callable[[Path], Any]] = {
    b"\x1f\x8b": gzip.open,
    b"BZh": bz2.open,
    b"\xfd7zXZ": lzma.open,
}
A_HEADER = 2**20  # bytes that a member's headers may have; long names need a few thousand


class _Header(tarfile.TarInfo):
    """A header that tells damage, where tarfile would take it for the archive's end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_Header":
        """Read the 512 bytes of a header."""
        if len(buf) < tarfile.BLOCKSIZE:
            raise tarfile.ReadError("it breaks off")
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if buf.count(0) == tarfile.BLOCKSIZE:  # two such blocks are a tar's end
                raise
            raise tarfile.ReadError(f"a damaged header: {error}") from error


class _Metered:
    """A stream that refuses to give more bytes than its members have declared."""

    def __init__(self, stream: BufferedIOBase, refusal: Callable[[str], ValueError]):
        self.stream = stream
        self.refusal = refusal
        self.allowed = A_HEADER

    def read(self, size: int) -> bytes:
        """Read on; tarfile asks for a few thousand bytes at a time."""
        try:
            data = self.stream.read(size)
        except (OSError, zlib.error, lzma.LZMAError) as error:
            raise tarfile.ReadError(str(error)) from error
        self.allowed -= len(data)
        if self.allowed < 0:
            raise self.refusal("its headers are endless, like a bomb")
        return data


def members(
    archive: Path, refusal: Callable[[str], ValueError]
) -> Iterator[tuple[tarfile.TarFile, tarfile.TarInfo, str]]:
    """Walk through the members, with the word for what each one is.

    Raises EOFError or tarfile.TarError where the archive is damaged or breaks off.
    """
    with archive.open("rb") as file:
        start = file.read(6)
    opener = next((OPENERS[magic] for magic in OPENERS if start.startswith(magic)), None)
    with opener(archive) if opener else archive.open("rb") as stream:
        metered = _Metered(stream, refusal)
        with tarfile.open(fileobj=metered, mode="r|", tarinfo=_Header) as tar:  # type: ignore[call-overload] # tarfile only calls read
            while member := tar.next():
                tar.members = []  # or 700,000 headers would stay in memory
                metered.allowed += member.size + A_HEADER
                yield tar, member, _what(member)
        while metered.read(2**16):  # to the end, where gzip and xz keep their checksums
            pass


def _what(member: tarfile.TarInfo) -> str:
    if member.issparse():
        return "file with holes"
    if member.isfile():
        return "file"
    if member.isdir():
        return "folder"
    return "link" if member.issym() or member.islnk() else "device"
