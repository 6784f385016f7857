"""Print each lesson of a finished site: python -m cnnviz.publish.pdf SITE FOLDER"""

import os
import re
import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cnnviz.pages.language import LANGUAGES

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# Pictures and letters come when a reader is near them; paper has no reader yet.
READY = """async () => {
  dispatchEvent(new Event("beforeprint"));
  const shown = [...document.images].filter(image => image.offsetParent);
  for (const image of shown) image.loading = "eager";
  await Promise.all(shown.map(image => image.decode().catch(() => 0)));
  document.body.offsetHeight;
  await document.fonts.ready;
}"""
PAGES = """<div style="font: 7.5pt sans-serif; color: #5c6370; width: 100%; padding: 0 18mm;
  display: flex; justify-content: space-between">
  <span class="title"></span>
  <span><span class="pageNumber"></span>/<span class="totalPages"></span></span>
</div>"""


class Silent(SimpleHTTPRequestHandler):
    """A server that tells nothing."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def chromium() -> str:
    """Find Chromium; FileNotFoundError says how to get it."""
    named = os.environ.get("CHROMIUM")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        looked = f"CHROMIUM={named}" if named else ", ".join(NAMES)
        raise FileNotFoundError(
            f"PDFs are printed by Chromium, and there is none (looked for {looked}): install it "
            "(Debian: apt install chromium) or name it, make pdf CHROMIUM=/path/to/chromium"
        )
    return found


def lessons(site: Path) -> dict[str, str]:
    """Give the lessons' pages by the name of their PDF; FileNotFoundError where there are none."""
    found = {
        f"{page.parent.name}.{code}.pdf": f"{language.root}lessons/{page.parent.name}/"
        for code, language in LANGUAGES.items()
        for page in sorted((site / language.root / "lessons").glob("*/index.html"))
    }
    if not found:
        raise FileNotFoundError(f"there are no lessons in {site}: run make site first")
    return found


def write_all(site: Path, folder: Path, pages: dict[str, str], browser: str) -> None:
    """Print pages of a site into a folder."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            page = opened.new_page(color_scheme="light", reduced_motion="reduce")
            for number, (name, path) in enumerate(pages.items(), 1):
                page.goto(f"http://127.0.0.1:{server.server_port}/{path}", wait_until="networkidle")
                (folder / name).write_bytes(_printed(page))
                print(f"{number} of {len(pages)}: {folder / name}", file=sys.stderr)
            opened.close()
    finally:
        server.shutdown()
        server.server_close()


def _printed(page: Any) -> bytes:
    page.emulate_media(media="print")
    page.evaluate(READY)
    data = page.pdf(
        format="A4",
        margin={"top": "16mm", "bottom": "18mm", "left": "18mm", "right": "18mm"},
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=PAGES,
        print_background=True,
        outline=True,
        tagged=True,
    )
    page.emulate_media(media="screen")
    # The time of printing says nothing about the lesson.
    return re.sub(rb"\(D:\d{14}", b"(D:20000101000000", data)


def main(site: str, folder: str) -> int:
    """Print all lessons; give the exit status."""
    try:
        write_all(Path(site), Path(folder), lessons(Path(site)), chromium())
    except FileNotFoundError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
