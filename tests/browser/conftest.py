"""A real Chromium, and the built site on a port of this machine."""

import os
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.reader import Reader

CHROMIUM = next(
    (path for name in ("chromium", "google-chrome") if (path := shutil.which(name))), None
)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

# Whatever a script puts off comes late, as on a machine that has more to do.
LATE = """
  const [frame, fetched] = [requestAnimationFrame.bind(window), window.fetch.bind(window)];
  const after = (wait) => new Promise((over) => setTimeout(over, wait));
  window.requestAnimationFrame = (act) =>
    frame(() => after(250).then(() => act(performance.now())));
  window.fetch = (...asked) => after(1500).then(() => fetched(...asked));
"""


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def address(built):
    """Where the built site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(built.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        pytest.skip("there is no Chromium: install Debian's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


def failed(wrongs, request):
    """Tell of a request that failed, but not of one that the next page broke off."""
    if request.failure != "net::ERR_ABORTED":
        wrongs.append(f"failed: {request.url[:200]} {request.failure}")


def alive(page):
    """Wait for everything to play with: its modules come after the page and after its requests."""
    page.wait_for_function("!document.querySelector('[data-cv-widget]:not([data-cv-state])')")


TOUCHED = "button, .cv-toggle, .cv-choices label, [role=gridcell], [type=number], [type=range]"


def too_small(page, within):
    """Give what is below 24 px (WCAG 2.5.8), at once: a frame may put others in its place."""
    return page.evaluate(
        """touched => [...document.querySelectorAll(touched)]
             .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
             .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)""",
        f"{within} :is({TOUCHED})",
    )


@pytest.fixture
def tab(chromium, address):
    """Open a tab with a theme and width: gives a function; no tab may see an error."""
    contexts = []

    def opened(theme="light", width=1280, **options):
        context = chromium.new_context(
            color_scheme=theme, viewport={"width": width, "height": 800}, **options
        )
        contexts.append(context)
        if "CNNVIZ_LATE" in os.environ:
            context.add_init_script(LATE)
        page = context.new_page()
        page.wrongs = []
        page.on("console", lambda m: m.type == "error" and page.wrongs.append(m.text))
        page.on("pageerror", lambda error: page.wrongs.append(str(error)))
        page.on("requestfailed", lambda r: failed(page.wrongs, r))
        page.on(
            "request",
            lambda r: (
                r.url.startswith((address, "data:", "blob:"))
                or page.wrongs.append(f"foreign: {r.url}")
            ),
        )
        page.on("response", lambda r: r.status >= 400 and page.wrongs.append(f"{r.status} {r.url}"))
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def reader(chromium):
    """Give a reader at a screen of some size, to whom letters and scripts come late."""
    readers = []

    def at(size):
        readers.append(Reader(chromium, size))
        return readers[-1]

    yield at
    for one in readers:
        one.page.context.close()
