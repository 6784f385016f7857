"""One HTTP transfer into a file, from where the last one broke off."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse, IncompleteRead
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import Request, urlopen

if TYPE_CHECKING:
    from collections.abc import Callable

BLOCK = 2**18
GONE_ON = 206  # "here is the rest"
NOT_THERE = 416  # "the file is not that long"


def transfer(url: str, part: Path, timeout: float, size: int | None) -> None:
    """Bring all of a file; what was there before is used where the server's file is the same.

    Its ETag or date is kept beside it and sent along (If-Range, RFC 9110, section 13.1.5): a
    server whose file has changed, or that knows no ranges, sends all of it again.
    """
    note = part.with_name(part.name + ".json")
    done = part.stat().st_size if part.exists() else 0
    version = _version_of(note, url)
    if not version:
        done = 0
    try:
        response = _answer(url, done, version, timeout)
    except HTTPError as error:
        if error.code != NOT_THERE or not done:
            raise
        error.close()
        response = _answer(url, 0, "", timeout)
    if response.status == GONE_ON and not _goes_on(response, done):
        response.close()
        response = _answer(url, 0, "", timeout)
    with response:
        if response.status != GONE_ON:
            done = 0
        note.write_text(json.dumps({"url": url, "version": _version(response)}))
        left = response.length  # None where the server does not say
        with part.open("ab" if done else "wb") as file, _progress(part, done, left) as advance:
            while block := response.read(BLOCK):
                file.write(block)
                advance(len(block))
                if size is not None and file.tell() > size:
                    return  # longer than it should be: no need for more of it
        if response.length:  # read() of some bytes ends silently where the connection does
            raise IncompleteRead(b"", response.length)


def _answer(url: str, done: int, version: str, timeout: float) -> HTTPResponse:
    headers = {"User-Agent": "cnnviz"}
    if done:
        headers |= {"Range": f"bytes={done}-", "If-Range": version}
    response: HTTPResponse = urlopen(Request(url, headers=headers), timeout=timeout)
    return response


def _version_of(note: Path, url: str) -> str:
    """Give the version of which the part is, where it came from this address."""
    try:
        kept = json.loads(note.read_text())
        return str(kept["version"]) if kept["url"] == url else ""
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _version(response: HTTPResponse) -> str:
    tag = response.headers.get("ETag", "")
    return tag if tag.startswith('"') else response.headers.get("Last-Modified", "")


def _goes_on(response: HTTPResponse, done: int) -> bool:
    return response.headers.get("Content-Range", "").startswith(f"bytes {done}-")


@contextmanager
def _progress(part: Path, done: int, left: int | None) -> "Iterator[Callable[[int], None]]":
    """Show a bar while the block lasts, on a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # slow to load, and rarely needed
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        total = None if left is None else done + left
        task = bar.add_task(part.stem, total=total, completed=done)
        yield lambda size: bar.advance(task, size)
