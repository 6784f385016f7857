"""How little a first view takes: bytes over the line, and nothing that jumps."""

import time

import pytest

from tests.course import LESSONS, PAGES
from tests.weighing import WATCH, first_view, scales

pytestmark = pytest.mark.browser

MOST = 250_000  # bytes, compressed, with the figures in view
NETWORKS = "lab/"  # four of them
MOST_BEFORE_AN_ANSWER = 1_000_000  # bytes of the lab until it has answered
LATER = ("remapped.", "digits.")  # what the lab asks for then
STILL = 0.02


@pytest.fixture(scope="module")
def server(built):
    with scales(built.site) as server:
        yield server


@pytest.fixture(scope="module")
def views(chromium, server):
    """The first view of every page, on a phone and on a desktop.

    Where letters came late because the machine was busy, the page is opened a second time.
    """
    seen = {}
    for at in ((name, width) for name in PAGES for width in (390, 1280)):
        seen[at] = first_view(chromium, server, *at)
        if seen[at].shift > STILL:
            seen[at] = first_view(chromium, server, *at)
    return seen


def test_a_first_view_is_light(views):
    heavy = {
        (name, width): view.bytes
        for (name, width), view in views.items()
        if view.bytes > MOST and name != NETWORKS
    }

    assert not heavy


def test_the_lab_brings_little_before_it_answers(views):
    for width in (390, 1280):
        sent = views[NETWORKS, width].sent
        before = {path for path in sent if not path.rpartition("/")[2].startswith(LATER)}

        assert len(before) < len(sent)
        assert any(path.rpartition("/")[2].startswith("networks.") for path in before)
        assert sum(sent[path] for path in before) < MOST_BEFORE_AN_ANSWER


def test_nothing_jumps_while_a_page_comes(views):
    jumps = {at: view.shift for at, view in views.items() if view.shift > STILL}

    assert not jumps


def test_the_words_of_search_wait_for_somebody_who_searches(views):
    for at, view in views.items():
        assert not [path for path in view.sent if path.endswith("whole.json") or "lunr" in path], at


def test_pages_without_formulas_load_nothing_for_them(views):
    assert "/assets/vendor/katex/katex.css" not in views["", 1280].sent
    assert "/assets/vendor/katex/katex.css" in views["lessons/convolution/", 1280].sent


def test_the_letters_of_formulas_come_with_the_reader(chromium, server):
    page = chromium.new_context(viewport={"width": 390, "height": 844}).new_page()
    server.sent.clear()
    page.goto(f"{server.address}lessons/{LESSONS[9]}/", wait_until="networkidle")
    before = [path for path in server.sent if "KaTeX" in path]

    page.mouse.wheel(0, 400)

    assert not before
    page.wait_for_function("document.fonts.check('1em KaTeX_Main')")
    page.context.close()


def test_text_stays_in_place_when_its_letters_come_late(chromium, server):
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.add_init_script(WATCH)
    page.route("**/*.woff2", lambda route: (time.sleep(0.7), route.continue_()))

    page.goto(f"{server.address}en/lessons/noise/", wait_until="networkidle")

    assert page.evaluate("cvSeen.shift") < 2 * STILL  # all letters late: more than a page ever has
    context.close()


def test_each_picture_keeps_its_room(chromium, server):
    page = chromium.new_context().new_page()
    for name in PAGES:
        page.goto(server.address + name)
        bare = page.eval_on_selector_all(
            "img:not([width][height])", "all => all.map(image => image.outerHTML)"
        )

        assert not bare, name
    page.context.close()
