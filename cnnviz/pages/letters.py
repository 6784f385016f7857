"""The letters of formulas: of KaTeX's fonts only what the formulas use, inside its styles.

So they are there before anything is shown, and no formula changes its measures afterwards.
"""

import base64
import html
import io
import logging
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FACE = re.compile(r"@font-face\{([^{}]*)\}")
SOURCE = re.compile(r"src:url\(fonts/([\w-]+)\.woff2\)[^;{}]*")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
CLASS = re.compile(r"\.([\w-]+)")
DECLARED = {
    "family": re.compile(r"\bfont(?:-family)?:[^;]*?\b(KaTeX_\w+)"),
    "style": re.compile(r"\bfont-style:(\w+)"),
    "weight": re.compile(r"\bfont-weight:(\w+)"),
}
TOKEN = re.compile(
    r'<(?P<end>/)?span\b(?:[^>]*? class="(?P<classes>[^"]*)")?[^>]*>|<[^>]*>|(?P<text>[^<]+)'
)
SHOWN = "katex-html"  # what stands beside it is for screen readers

logging.getLogger("fontTools").setLevel(logging.ERROR)  # it wonders at the dates of KaTeX's fonts


class Cut(NamedTuple):
    """A font as styles ask for it."""

    family: str = ""
    style: str = "normal"
    weight: str = "400"


class Rule(NamedTuple):
    """What the styles say of the font where spans of these classes lie in each other."""

    classes: frozenset[str]
    font: dict[str, str]


def formula_css(dist: Path, formulas: Iterable[str]) -> str:
    """Give KaTeX's styles with the letters that formulas, set by it, are shown in."""
    css = (dist / "katex.min.css").read_text(encoding="utf-8")
    used = letters(css, formulas)

    def with_letters(face: re.Match[str]) -> str:
        wanted = used.get(Cut(**_font(face[1])))
        if not wanted:
            return ""
        name = SOURCE.search(face[1])
        assert name is not None
        data = base64.b64encode(_cut_down(dist / "fonts" / f"{name[1]}.ttf", wanted)).decode()
        source = f'src:url("data:font/woff;base64,{data}") format("woff")'
        return f"@font-face{{{face[1].replace(name[0], source)}}}"

    return FACE.sub(with_letters, css)


def letters(css: str, formulas: Iterable[str]) -> dict[Cut, set[str]]:
    """Collect the letters of formulas by the font in which the styles show them."""
    rules = [
        Rule(frozenset(CLASS.findall(selector)), font)
        for selectors, declared in RULE.findall(FACE.sub("", css))
        if (font := _font(declared))
        for selector in selectors.split(",")
    ]
    found: dict[Cut, set[str]] = defaultdict(set)
    cuts: dict[tuple[str, ...], Cut] = {}
    for formula in formulas:
        around: list[str] = []
        for token in TOKEN.finditer(formula):
            if token["text"] and SHOWN in around:
                place = tuple(around)
                if place not in cuts:
                    cuts[place] = _cut(rules, place)
                found[cuts[place]].update(html.unescape(token["text"]))
            elif token["end"]:
                around.pop()
            elif token[0].startswith("<span"):
                around.append(token["classes"] or "")
    return found


def _cut(rules: list[Rule], place: tuple[str, ...]) -> Cut:
    """Say which font a letter has by the classes of its spans, from the outermost inwards.

    The innermost span of which the styles say anything decides, as everything is inherited.
    """
    depth = {name: at for at, classes in enumerate(place) for name in classes.split()}
    holding = [rule for rule in rules if rule.classes <= depth.keys()]
    holding.sort(key=lambda rule: max(depth[name] for name in rule.classes))
    font: dict[str, str] = {}
    for rule in holding:
        font |= rule.font
    return Cut(**font)


def _font(declared: str) -> dict[str, str]:
    found = ((name, what.search(declared)) for name, what in DECLARED.items())
    return {name: value[1] for name, value in found if value}


def _cut_down(file: Path, wanted: set[str]) -> bytes:
    """Give a font with no more than these letters."""
    font = TTFont(file, recalcTimestamp=False)
    options = Options(hinting=False, layout_features=[], name_IDs=[0, 13, 14])  # and its licence
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(wanted)))
    subsetter.subset(font)
    font.flavor = "woff"
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()
