"""Drawings as the site makes them, and what holds for each: well formed, as large as it says."""

from functools import cache
from xml.etree import ElementTree

from cnnviz.drawing.picture import picture
from cnnviz.pages.wiring import Wiring
from cnnviz.pages.words import read_words
from tests.projects import ROOT

WIDTH, COVER = 560, 480  # px, of figures and of covers
WIRING = Wiring()


@cache
def words():
    return read_words(ROOT / "docs")


def figures(lesson):
    """Give a lesson's figures by name, each with the name of the result that it shows."""
    entries = [entry for many in WIRING.entries["figure"].values() for entry in many]
    return {entry.name: entry.shows for entry in entries if entry.lesson == lesson}


def draw(name, result, language="en", theme="light", note="", lesson=""):
    """Draw a figure from a result, with the words that the site gives it."""
    figure = WIRING.find("figure", name, lesson)
    told = words()[language].of(figure.lesson).figure(name)
    return picture(figure.module, result, told, theme, note)


def check(name, result, lesson=""):
    """Draw a figure twice: it is the same, well formed, and as large as it says.

    That it is so in every language and theme is tested on the finished site.
    """
    drawn = draw(name, result, "pt", "dark", lesson=lesson)
    root = ElementTree.fromstring(drawn.data)
    size = (str(drawn.width), str(drawn.height))
    assert drawn.width == (COVER if name.startswith("cover") else WIDTH), name
    assert (root.get("width"), root.get("height")) == size, name
    assert root.get("viewBox") == f"0 0 {drawn.width} {drawn.height}", name
    assert draw(name, result, "pt", "dark", lesson=lesson) == drawn, name
