"""Formulas that are set: taken out of a text, and written as plain text."""

import re
import unicodedata
from collections.abc import Callable
from itertools import zip_longest
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

SET = re.compile(r'<span class="katex(?:-display)?">')  # what KaTeX wrote begins so
SPAN = re.compile(r"<(/?)span\b")
# What stands between the parts of a fraction or an index, and of a table, on one line.
BETWEEN = {
    "mfrac": "/",
    "msub": "_",
    "msup": "^",
    "msubsup": "_^",
    "munder": "_",
    "mover": "^",
    "munderover": "_^",
}
JOINED = {"mtr": " ", "mtable": ";"}
ALONE = re.compile(r".?|[\w∂]+")  # what needs no brackets there
# The accents that KaTeX writes beside a letter, and those that go over it.
ACCENTS = str.maketrans("ˊˋˆ^~ˉ", "\u0301\u0300\u0302\u0302\u0303\u0304")
FUNCTION = "\u2061"  # stands unseen between a function and its argument
MATHML = re.compile(r"<mrow>.*</mrow>(?=<annotation)", re.DOTALL)


def aside(text: str, standing: Callable[[str], str]) -> str:
    """Replace the formulas that are set in a text by what `standing` gives for the markup."""
    pieces, end = [], 0
    for match in SET.finditer(text):
        start = match.start()
        if start < end:
            continue  # inside the one before
        pieces.append(text[end:start])
        end = _closed(text, start)
        pieces.append(standing(text[start:end]))
    return "".join([*pieces, text[end:]])


def _closed(text: str, start: int) -> int:
    """Give where the span that begins at `start` has ended."""
    open_spans = 0
    for match in SPAN.finditer(text, start):
        open_spans += -1 if match[1] else 1
        if not open_spans:
            return text.index(">", match.end()) + 1
    return len(text)


def plain(markup: str) -> str:
    """Write a formula that is set on one line of plain text, as in `a_(i,j)/n`."""
    found = MATHML.search(markup)
    text = _linear(ElementTree.fromstring(found[0])) if found else ""
    return unicodedata.normalize("NFC", text.replace("^′", "′"))


def _linear(node: Element) -> str:
    parts = [_linear(child) for child in node]
    if node.get("accent") == "true":
        return parts[0].replace("ı", "i") + parts[1].translate(ACCENTS)
    if node.tag == "msqrt":
        return f"√({''.join(parts)})"
    if node.tag in BETWEEN:
        parts = [part if ALONE.fullmatch(part) else f"({part})" for part in map(str.strip, parts)]
        # Some have one part more, the unseen sign of a function.
        return "".join(map("".join, zip_longest(parts, BETWEEN[node.tag], fillvalue="")))
    own = (node.text or "").replace(FUNCTION, " ")
    return own + JOINED.get(node.tag, "").join(parts)
