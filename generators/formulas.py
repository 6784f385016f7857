"""Formulas stand aside while Markdown, the search and the theme go through the pages.

Runs as a MkDocs hook. The pages come with their formulas set, some thirty tags each and two
thirds of all tags of a lesson: read as Markdown, then as HTML for the search, they cost more than
the rest of the page. A private-use character stands for each; the finished page gets them back,
the search their plain text, and KaTeX's styles their letters.
"""

import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from cnnviz.pages.aside import aside, plain
from cnnviz.pages.letters import formula_css
from cnnviz.pages.styles import squeezed

FIRST = 0x100000  # of a plane whose characters mean nothing by themselves
ASIDE = re.compile("[\U00100000-\U0010fffd]")

formulas: list[str] = []  # in the order of their characters


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    text = aside(markdown, _character)
    page.meta["formulas"] = text != markdown  # docs/theme/main.html brings their styles
    return text


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return _with(formulas, output)


def on_post_build(config: MkDocsConfig) -> None:
    file = Path(config.site_dir, "search", "search_index.json")
    index: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    texts = [html.escape(plain(formula)) for formula in formulas]
    for entry in index["docs"]:
        entry |= {part: _with(texts, entry[part]) for part in ("title", "text")}
    file.write_text(json.dumps(index), encoding="utf-8")
    katex = Path(config.config_file_path).parent / "node_modules" / "katex" / "dist"
    styles = Path(config.site_dir, "assets", "vendor", "katex.css")
    styles.write_text(squeezed(formula_css(katex, formulas)), encoding="utf-8")


@cache
def _character(formula: str) -> str:
    formulas.append(formula)
    return chr(FIRST + len(formulas) - 1)


def _with(formulas: list[str], text: str) -> str:
    """Put formulas, in one form or another, where their characters stand."""

    def formula(found: re.Match[str]) -> str:
        number = ord(found[0]) - FIRST
        return formulas[number] if number < len(formulas) else found[0]

    return ASIDE.sub(formula, text)
