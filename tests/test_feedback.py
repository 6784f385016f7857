"""Where the site knows its repository, readers can mend a page and run a notebook."""

import json

import pytest
from bs4 import BeautifulSoup

from tests.builds import mkdocs_build

REPOSITORY = "https://github.com/someone/course"
COLAB = "https://colab.research.google.com/github/someone/course/blob/notebooks"


@pytest.fixture(scope="module")
def known(built, tmp_path_factory):
    """The site of somebody who says where the sources and the notebooks are."""
    site = tmp_path_factory.mktemp("known") / "site"
    done = mkdocs_build(site, built.store, REPO_URL=REPOSITORY, COLAB_URL=COLAB)
    assert done.returncode == 0, done.stderr[-4000:]
    return site


def page(site, path):
    return BeautifulSoup((site / path / "index.html").read_text(), "html.parser")


def links(page, part):
    return [link["href"] for link in page.find_all("a", href=True) if part in link["href"]]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("lessons/noise", "docs/lessons/noise.pt.md"),
        ("es/lessons/noise", "docs/lessons/noise.es.md"),
        ("en/about", "docs/about.en.md"),
    ],
)
def test_a_page_leads_to_its_source_in_its_language(known, path, source):
    assert links(page(known, path), "github.com/someone/course/edit") == [
        f"{REPOSITORY}/edit/main/{source}"
    ]


def test_a_lesson_opens_its_notebook_in_colab(known):
    assert links(page(known, "es/lessons/noise"), "colab") == [f"{COLAB}/noise.es.ipynb"]


def test_a_notebook_installs_what_it_needs(known):
    notebook = json.loads((known / "assets" / "notebooks" / "noise.en.ipynb").read_text())

    assert notebook["cells"][1]["source"] == f"%pip install --quiet git+{REPOSITORY}"


def test_no_page_asks_the_host_of_the_repository(known):
    assert not page(known, "en/lessons/noise").select("[data-md-component=source]")


def test_where_nothing_is_known_nothing_is_offered(built):
    for path in ("lessons/noise", "es/about"):
        assert not page(built.site, path).find_all(rel="edit")
        assert not links(page(built.site, path), "colab")
