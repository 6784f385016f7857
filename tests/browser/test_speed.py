"""How little a first view takes: bytes over the line, and nothing that jumps."""

import pytest

from tests.course import LESSONS, PAGES
from tests.weighing import first_view, scales

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
    """The first view of every page, on a phone and on a desktop."""
    places = [(name, width) for name in PAGES for width in (390, 1280)]
    return {at: first_view(chromium, server, *at) for at in places}


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
    assert "/assets/vendor/katex.css" not in views["", 1280].sent
    assert "/assets/vendor/katex.css" in views["lessons/convolution/", 1280].sent


def test_formulas_bring_their_letters_with_their_styles(views):
    asked = views[f"lessons/{LESSONS[9]}/", 390].sent

    assert "/assets/vendor/katex.css" in asked
    assert not [path for path in asked if "KaTeX" in path]


def test_each_picture_keeps_its_room(chromium, server):
    page = chromium.new_context().new_page()
    for name in PAGES:
        page.goto(server.address + name)
        bare = page.eval_on_selector_all(
            "img:not([width][height])", "all => all.map(image => image.outerHTML)"
        )

        assert not bare, name
    page.context.close()
