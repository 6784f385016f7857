"""The chart can be walked by keyboard and searched by mouse."""

import re
from itertools import combinations, pairwise

import pytest

from tests.browser.test_walk import DESKTOP, PHONE
from tests.browser.widgets.made import NETWORKS

pytestmark = pytest.mark.browser


def card(page):
    return page.locator(".cv-chart__card strong").text_content()


def test_arrow_keys_walk_through_the_networks(playing):
    page = playing("accuracy-chart")
    chart = page.get_by_role("listbox")
    names = [network[0] for network in sorted(NETWORKS, key=lambda network: network[1])]
    chart.press("Home")
    walked = [card(page)]
    for _ in names[1:]:
        chart.press("ArrowRight")
        walked.append(card(page))
    assert walked == names

    best = sorted(NETWORKS, key=lambda network: network[3])
    for one, other in pairwise(reversed(best)):
        if card(page) == one[0]:
            chart.press("ArrowDown")
            assert card(page) == other[0]


def test_the_mouse_finds_the_nearest_network_and_its_numbers(playing):
    page = playing("accuracy-chart")
    circle = page.get_by_role("option", name=re.compile("^AlexNet"))
    box = circle.bounding_box()

    page.mouse.move(box["x"] - 8, box["y"] - 8)

    assert card(page) == "AlexNet"
    told = page.locator(".cv-chart__card dd").all_text_contents()
    assert told == ["56.5%", "0.71", "61"]
    assert circle.get_attribute("aria-selected") == "true"


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_names_overlap(playing, width):
    page = playing("accuracy-chart", width=width)
    boxes = page.eval_on_selector_all(
        ".cv-chart__name",
        """all => all.map(text => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          return [left, right, top, bottom];
        })""",
    )

    assert len(boxes) >= (6 if width == PHONE else 10)
    for a, b in combinations(boxes, 2):
        assert a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2]
