"""`make bench`: what a reader's first view of each kind of page takes."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.builds import ROOT
from tests.course import LESSONS
from tests.weighing import first_view, scales

KINDS = ("", f"lessons/{LESSONS[0]}/", f"lessons/{LESSONS[9]}/", "bibliography/")
ROUNDS = 3


def main() -> None:
    """Print bytes, requests, first and largest paint and layout shift by page and width."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("there is no Chromium: install Debian's package chromium")
    print(f"first views of site/, compressed as hosts do; paints are the best of {ROUNDS} rounds")
    with sync_playwright() as playwright, scales(_site()) as server:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for path in KINDS:
            for width in (390, 1280):
                views = [first_view(browser, server, path, width) for _ in range(ROUNDS)]
                one = views[0]
                first = min(view.first_paint for view in views)
                largest = min(view.largest_paint for view in views)
                print(
                    f"{path or 'home':<32} {width:5} px {one.bytes / 1000:6.0f} kB "
                    f"{len(one.sent):3} requests  first paint {first:4.0f} ms, "
                    f"largest {largest:4.0f} ms, shift {max(view.shift for view in views):.3f}"
                )
        browser.close()


def _site() -> Path:
    site = ROOT / "site"
    if not (site / "index.html").is_file():
        sys.exit("there is no site/ to measure: run make site")
    return site


if __name__ == "__main__":
    main()
