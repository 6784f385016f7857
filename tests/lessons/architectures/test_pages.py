"""The built pages of lesson 5 show the numbers of the networks beside those of their sources."""

import pytest
from bs4 import BeautifulSoup

from cnnviz.lessons.architectures import imagenet_accuracy
from cnnviz.lessons.architectures.claims import CABRAL, CHOLLET, CHOLLET_SIDES, MARTINS
from cnnviz.pages.language import LANGUAGES

FOLDERS = {"pt": "", "es": "es/", "en": "en/"}
TOTALS = {
    "lenet5": sum(CABRAL.values()),
    "simple_cnn": MARTINS,
    "chollet_convnet": sum(CHOLLET.values()),
}


@pytest.fixture(params=FOLDERS)
def page(request, built):
    file = built.site / FOLDERS[request.param] / "lessons" / "architectures" / "index.html"
    return request.param, BeautifulSoup(file.read_text(), "html.parser")


def rows(html, table):
    found = html.select(f"#{table} tbody tr")
    return [[cell.get_text(strip=True) for cell in row.select("td")] for row in found]


@pytest.mark.parametrize("name", TOTALS)
def test_the_page_shows_the_total_beside_the_sources(page, name):
    code, html = page

    *_, last = rows(html, f"table-{name.replace('_', '-')}-layers")

    total = LANGUAGES[code].number(TOTALS[name], "whole")
    assert last[2:4] == [total, total]


def test_the_page_shows_cabrals_parameters_layer_by_layer(page):
    code, html = page

    shown = rows(html, "table-lenet5-layers")[:-1]

    whole = [LANGUAGES[code].number(count, "whole") for count in CABRAL.values()]
    assert [row[2] for row in shown if row[2] != "–"] == whole
    assert [row[3] for row in shown if row[3] != "–"] == whole


def test_the_page_shows_the_sides_of_chollets_maps(page):
    _, html = page

    shown = [row[1] for row in rows(html, "table-chollet-convnet-layers")]

    assert [int(shape.split("×")[0]) for shape in shown if "×" in shape] == CHOLLET_SIDES


def test_the_page_lists_every_network_of_the_chart(page):
    _, html = page

    assert len(rows(html, "table-accuracy-chart")) == imagenet_accuracy.accuracy_chart()["count"]
