"""Give each table in prose a room, in which it scrolls where it is wider than the page.

Runs as a MkDocs hook. The theme's script gives rooms too, but late, when what stands below moves,
and without a script the whole page would scroll. See styles/figures.css.
"""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

# Measured tables have a room, with a name, from their template.
TABLE = re.compile(r"(?P<room><div [^>]*\bcv-scroll\b[^>]*>\s*)?<table>.*?</table>", re.DOTALL)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return TABLE.sub(_with_room, html)


def _with_room(table: re.Match[str]) -> str:
    return table[0] if table["room"] else f'<div class="cv-scroll cv-words">{table[0]}</div>'
