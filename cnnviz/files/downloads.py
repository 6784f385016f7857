"""Downloading a file from the first address that gives it, and verifying it."""

import sys
from collections.abc import Sequence
from hashlib import file_digest
from http.client import HTTPException
from pathlib import Path

from torch.hub import download_url_to_file


def download(
    urls: Sequence[str], file: Path, *, about: str, sha256: str = "", md5: str = ""
) -> Path:
    """Download a file unless it is there, verify it, and give it back.

    `about` says how large it is, for people. A checksum may also be the beginning of one, as the
    names of torchvision's weights tell it. Raises FileNotFoundError where no address gives the
    file, and ValueError where it is not the one expected (it is then kept as `NAME.wrong`); both
    say how to place it by hand.
    """
    by_hand = f"To place it by hand, save {urls[0]} ({about}) as {file}."
    if not file.is_file():
        _fetch(urls, file, by_hand)
    # Not left to torch.hub, which deletes a wrong file and does not look at one that is there.
    if differs := difference(file, sha256=sha256, md5=md5):
        aside = file.replace(file.with_name(file.name + ".wrong"))
        raise ValueError(
            f"{file} is not the file expected: it {differs}. It is kept as {aside.name}. {by_hand}"
        )
    return file


def difference(file: Path, *, sha256: str = "", md5: str = "") -> str:
    """Say how a file differs from the one of these checksums; nothing where it does not."""
    for name, expected in (("sha256", sha256), ("md5", md5)):
        if not expected:
            continue
        with file.open("rb") as content:
            found = file_digest(content, name).hexdigest()
        if not found.startswith(expected):
            return f"has the {name} {found}, expected was {expected}"
    return ""


def _fetch(urls: Sequence[str], file: Path, by_hand: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    problems = ""
    for url in urls:
        try:
            return download_url_to_file(url, str(file), progress=sys.stderr.isatty())
        except (OSError, HTTPException) as error:
            problems += f"\n  {url}: {error}"
    raise FileNotFoundError(f"{file} is missing and could not be downloaded:{problems}\n{by_hand}")
