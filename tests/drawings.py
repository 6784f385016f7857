"""Drawings as the site makes them, and what holds for each: well formed, as large as it says."""

from importlib import import_module
from itertools import cycle
from xml.etree import ElementTree

from cnnviz.figures.style import THEMES
from cnnviz.site.language import LANGUAGES, Words
from tests.projects import ROOT

WIDTH, COVER = 560, 480  # px, of figures and of covers


def draw(name, result, language="en", theme="light"):
    """Draw a figure from a result, with the words that the site gives it."""
    words = Words(ROOT / "docs" / "words", language).figure(name)
    return import_module(f"cnnviz.figures.{name}").draw(result, words, theme)


def check(name, result):
    """Draw a figure in every language, themes in turn: it is well formed, as large as it says."""
    for language, theme in zip(LANGUAGES, cycle(THEMES), strict=False):
        drawn = draw(name, result, language, theme)
        root = ElementTree.fromstring(drawn.data)
        size = (str(drawn.width), str(drawn.height))
        assert drawn.width == (COVER if name.startswith("cover") else WIDTH), name
        assert (root.get("width"), root.get("height")) == size, name
        assert root.get("viewBox") == f"0 0 {drawn.width} {drawn.height}", name
    assert draw(name, result, language, theme) == drawn, name
