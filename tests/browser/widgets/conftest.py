"""Pages with one widget each, served, and one with a quiz."""

import json
import threading
from functools import partial
from http.server import ThreadingHTTPServer

import pytest

from tests.browser.conftest import Silent
from tests.browser.playground import block, prepare, widget, write
from tests.browser.test_walk import DESKTOP
from tests.browser.widgets.made import DIGITS, NAMES, NETWORKS, NUMBERS

STILL = "| still | picture |\n|---|---|\n| a | b |"
QUESTION = {"question": "6 × 7?", "options": ["13", "42", "48"], "right": 2}


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Where pages with one widget each are served, and one with a quiz."""
    folder = tmp_path_factory.mktemp("playground")
    prepare(folder)
    fields = ("name", "operations", "parameters", "top1")
    networks = [dict(zip(fields, network, strict=True)) for network in NETWORKS]
    (folder / "digits.json").write_text(json.dumps({"digits": DIGITS}))
    (folder / "networks.json").write_text(json.dumps({"networks": networks}))
    for language in ("pt", "es", "en"):
        for name in NAMES:
            body = widget(name, language, body=STILL, numbers=NUMBERS.get(name, ""))
            write(folder, f"{name}.{language}", language, body)
        quiz = block("quiz", language, name="q", body="Since 6 × 7 = 42.", **QUESTION)
        write(folder, f"quiz.{language}", language, quiz)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def playing(tab, address):
    """Open a widget's page and wait until it runs."""

    def opened(name, language="en", theme="light", width=DESKTOP, motion="reduce", **options):
        page = tab(theme, width, reduced_motion=motion, **options)
        page.goto(f"{address}{name}.{language}.html")
        page.wait_for_selector("[data-cv-state=ready]")
        return page

    return opened
