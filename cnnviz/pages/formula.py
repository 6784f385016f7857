"""Mathematics: `$…$` and `$$…$$` in the prose, set by KaTeX at build time."""

import html
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from cnnviz.pipeline.step import Step

# A dollar opens before a non-space and closes after one, on the same line; `\$` is a dollar.
# What follows directly belongs to the formula, and must not stand alone at the side of a line.
INLINE = re.compile(
    r"\$(?<![\\$\w]\$)(?![\s$])(?P<tex>[^\n$]+?)(?<![\s\\])\$(?![\w$])(?P<after>[.,;:!?)»”]*)"
)
BEFORE = "(«“"
# Indented, it belongs to an item of a list.
DISPLAY = re.compile(
    r"^(?P<indent>[ \t]*)\$\$\s*(?P<tex>(?:\\\$|[^$])+?)\s*\$\$[ \t]*$", re.MULTILINE | re.DOTALL
)
LEFT = re.compile(r"\$\$(?<!\\\$\$)")
BASE = '<span class="katex-base">'  # a piece that KaTeX does not break
ENDS = "</span></span>"  # of what holds the pieces
# Markdown must see no emphasis, link or code in what KaTeX wrote.
SPECIAL = re.compile(r"[\\`*_{}\[\]()#+!|~^$]")


@cache
def formula(tex: str, display: bool, root: Path) -> Step:
    """Give the step that sets a formula."""
    arguments = {"tex": tex, "display": display, "katex": katex_version(root)}
    name = f"formula {tex[:30]}"
    return Step("cnnviz.drawing.formula:formula", arguments, name, {"shown": "formulas"})


@cache
def katex_version(root: Path) -> str:
    """Give the version of KaTeX that is installed."""
    package = root / "node_modules" / "katex" / "package.json"
    if not package.is_file():
        raise FileNotFoundError(f"{package} is missing: `make setup` installs KaTeX")
    return str(json.loads(package.read_text(encoding="utf-8"))["version"])


def with_formulas(text: str, setting: Callable[[str, bool, int], str]) -> str:
    """Replace formulas by what `setting` gives for the TeX, whether it is display, and the line."""

    def line(match: re.Match[str]) -> int:
        return text.count("\n", 0, match.start()) + 1

    def display(match: re.Match[str]) -> str:
        # As many lines as before, so that the lines of later formulas stay right.
        lines = "\n" * match[0].count("\n")
        shown = setting(match["tex"], True, line(match))
        if not match["indent"]:
            return f'<div class="cv-math">{shown}</div>{lines}'
        # Markdown takes no block of HTML inside a list, but anything that may stand in a sentence.
        return f'{match["indent"]}<span class="cv-math">{shown}</span>{lines}'

    text = DISPLAY.sub(display, text)
    text = LEFT.sub(lambda match: setting(match[0], True, line(match)), text)
    pieces, end = [], 0
    for match in INLINE.finditer(text):
        start = match.start()
        before = text[start - 1] if start > end and text[start - 1] in BEFORE else ""
        shown = setting(match["tex"], False, line(match))
        pieces += [text[end : start - len(before)], _together(before, shown, match["after"])]
        end = match.end()
    return "".join([*pieces, text[end:]])


def _together(before: str, shown: str, after: str) -> str:
    """Keep marks with a formula, or with its first and last piece where it may break."""
    if not (before or after) or BASE not in shown:
        return f"{before}{shown}{after}"
    head, *pieces = shown.split(BASE)
    if len(pieces) == 1:
        return f'<span class="cv-together">{before}{shown}{after}</span>'
    pieces[-1] = pieces[-1].removesuffix(ENDS)
    pieces = [BASE + piece for piece in pieces]
    # Screen readers find the marks in the MathML, everybody else beside the pieces.
    if before:
        pieces[0] = f'<span class="cv-together">{_mark(before)}{pieces[0]}</span>'
        head = head.replace("<mrow>", f"<mrow><mtext>{before}</mtext>", 1)
    if after:
        pieces[-1] = f'<span class="cv-together">{pieces[-1]}{_mark(after)}</span>'
        head = head.replace("</mrow><annotation", f"<mtext>{after}</mtext></mrow><annotation", 1)
    return "".join([head, *pieces, ENDS])


def _mark(mark: str) -> str:
    return f'<span class="cv-mark">{mark}</span>'


@cache
def safe_in_markdown(markup: str) -> str:
    """Write the texts between the tags so that Markdown leaves them alone."""
    pieces = re.split(r"(<[^>]*>)", markup)
    return "".join(
        piece if piece.startswith("<") else SPECIAL.sub(_entity, _escaped(piece))
        for piece in pieces
    )


def _escaped(text: str) -> str:
    return html.escape(html.unescape(text), quote=False)


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"
