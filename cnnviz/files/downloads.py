"""Downloading a file: resumed where it broke off, verified, from the first mirror that works."""

from collections.abc import Sequence
from hashlib import file_digest
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

from cnnviz.files.transfers import transfer

ATTEMPTS = 3  # at each mirror, as long as each brings something


def download(
    url: str | Sequence[str],
    file: Path,
    *,
    sha256: str | None = None,
    md5: str | None = None,
    size: int | None = None,
    timeout: float = 30,
) -> Path:
    """Download a file unless it is there, and verify it; several addresses are mirrors.

    A checksum may also be the beginning of one, as the names of torchvision's weights tell it.

    What has come of it is kept as `NAME.part`, and the next call goes on from there. Raises
    ValueError where the file is not the one expected (it is then kept as `NAME.wrong`) and
    ConnectionError where no mirror gave it; both say how to place it by hand.
    """
    urls = [url] if isinstance(url, str) else list(url)
    for address in urls:
        if urlsplit(address).scheme not in ("http", "https"):
            raise ValueError(f"a download needs an address with http or https, not {address!r}")
    if file.exists():
        _verify(file, file, sha256, md5, size, urls)
        return file

    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(file.name + ".part")
    problems: list[str] = []
    wrong: ValueError | None = None
    for address in urls:
        problem = _attempts(address, part, timeout, size)
        if problem:
            problems.append(f"{address}: {problem}")
            continue
        try:
            _verify(part, file, sha256, md5, size, urls)
        except ValueError as error:
            wrong = error
            continue
        part.rename(file)
        part.with_name(part.name + ".json").unlink(missing_ok=True)
        return file
    if wrong:
        raise wrong
    raise ConnectionError(
        f"{file.name} could not be downloaded:\n  "
        + "\n  ".join(problems)
        + f"\n{_by_hand(file, urls, size)} Or try again later: it goes on where it broke off."
    )


def _attempts(url: str, part: Path, timeout: float, size: int | None) -> str:
    """Try one mirror; give the reason why the file is not there, or nothing where it is."""
    problem = ""
    for _ in range(ATTEMPTS):
        before = part.stat().st_size if part.exists() else 0
        try:
            transfer(url, part, timeout, size)
            return ""
        except HTTPError as error:
            error.close()
            return f"the server answers {error.code} ({error.reason})"
        except (OSError, HTTPException) as error:
            problem = str(getattr(error, "reason", error)) or type(error).__name__
        if (part.stat().st_size if part.exists() else 0) <= before:
            break
    return problem


def _verify(
    found: Path, file: Path, sha256: str | None, md5: str | None, size: int | None, urls: list[str]
) -> None:
    """Compare a file with what was expected; move it aside where they differ."""
    actual = found.stat().st_size
    differs = f"has {actual:,} bytes, expected were {size:,}" if size not in (None, actual) else ""
    for name, expected in (("sha256", sha256), ("md5", md5)):
        if expected and not differs:
            with found.open("rb") as content:
                digest = file_digest(content, name).hexdigest()
            if not digest.startswith(expected.lower()):
                differs = f"has the {name} {digest}, expected was {expected}"
    if differs:
        aside = file.with_name(file.name + ".wrong")
        found.replace(aside)
        file.with_name(file.name + ".part.json").unlink(missing_ok=True)
        raise ValueError(
            f"{file} is not the file expected: it {differs}. It is kept as {aside.name}. "
            + _by_hand(file, urls, size)
        )


def _by_hand(file: Path, urls: list[str], size: int | None) -> str:
    large = f" ({size / 1e6:,.1f} MB)" if size else ""
    return f"To place it by hand, save {urls[0]}{large} as {file}."
