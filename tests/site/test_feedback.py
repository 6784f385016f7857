"""Where the site knows its repository, readers can mend a page and run a notebook."""

import json

import pytest
from bs4 import BeautifulSoup

from tests.builds import COLAB, REPOSITORY


def page(site, path):
    return BeautifulSoup((site / path / "index.html").read_text(), "html.parser")


def links(page, part):
    return [link["href"] for link in page.find_all("a", href=True) if part in link["href"]]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("lessons/noise", "docs/lessons/noise/pt.md"),
        ("es/lessons/noise", "docs/lessons/noise/es.md"),
        ("en/about", "docs/pages/about/en.md"),
    ],
)
def test_a_page_leads_to_its_source_in_its_language(known, path, source):
    assert links(page(known.site, path), "github.com/someone/course/edit") == [
        f"{REPOSITORY}/edit/main/{source}"
    ]


def test_a_lesson_opens_its_notebook_in_colab(known):
    assert links(page(known.site, "es/lessons/noise"), "colab") == [f"{COLAB}/noise.es.ipynb"]


def test_a_notebook_installs_what_it_needs(known):
    notebook = json.loads((known.site / "assets" / "notebooks" / "noise.en.ipynb").read_text())

    package = f"cnnviz[data,imagenet] @ git+{REPOSITORY}"
    assert notebook["cells"][1]["source"] == f'%pip install --quiet "{package}"'


def test_no_page_asks_the_host_of_the_repository(known):
    assert not page(known.site, "en/lessons/noise").select("[data-md-component=source]")


def test_where_nothing_is_known_nothing_is_offered(built):
    for path in ("lessons/noise", "es/about"):
        assert not page(built.site, path).find_all(rel="edit")
        assert not links(page(built.site, path), "colab")
