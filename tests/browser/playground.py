"""A page with nothing on it but widgets and a quiz, in the site's own clothes and no lesson's."""

import json
import shutil
from functools import cache, reduce
from html import escape
from pathlib import Path

import material
from jinja2 import Environment, FileSystemLoader
from markdown import markdown

from cnnviz.pages.styles import FACES, site_css
from cnnviz.pages.words import read_words
from tests.builds import ROOT

DOCS = ROOT / "docs"
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>Widgets</title>
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width,initial-scale=1">{styles}</head>
<body dir="ltr" data-md-color-scheme="default">
<script>
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.body.dataset.mdColorScheme = dark ? "slate" : "default";
</script>
<div class="md-container"><main class="md-main"><div class="md-main__inner md-grid">
<div class="md-sidebar md-sidebar--primary"></div>
<div class="md-sidebar md-sidebar--secondary"></div>
<div class="md-content"><article class="md-content__inner md-typeset"><h1>Widgets</h1>
{body}
<p id="below">What stands below.</p></article></div>
</div></main></div>
<script type="module" src="assets/site.js"></script></body></html>
"""


def prepare(folder: Path) -> None:
    """Copy what the page loads: our scripts and styles, the theme's styles, the typeface."""
    shutil.copytree(DOCS / "assets", folder / "assets")
    theme = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    for sheet in theme.glob("*.min.css"):
        shutil.copy(sheet, folder / "assets" / f"{sheet.name.partition('.')[0]}.css")
    (folder / "assets" / "vendor").mkdir()
    for face in FACES:
        shutil.copy(face.file(ROOT / "node_modules"), folder / "assets" / "vendor")
    (folder / "assets" / "site.css").write_text(site_css(DOCS / "assets" / "styles"))


def write(folder: Path, name: str, language: str, body: str, sheets: tuple[str, ...] = ()) -> None:
    """Write a page of Markdown, with more style sheets than every page has."""
    styles = "".join(
        f'<link rel="stylesheet" href="assets/{sheet}.css">'
        for sheet in ("main", "palette", "site", *sheets)
    )
    html = markdown(body, extensions=["md_in_html", "attr_list", "tables"])
    page = PAGE.format(language=language, styles=styles, body=html)
    (folder / f"{name}.html").write_text(page, encoding="utf-8")


@cache
def words(language: str) -> dict:
    """Read the words of one language."""
    return read_words(DOCS, [language])[language].tables


def block(template: str, language: str, **values: object) -> str:
    """Render one of the site's templates for blocks."""
    tables = words(language)
    loader = FileSystemLoader(DOCS / "templates")
    templates = Environment(loader=loader, trim_blocks=True, lstrip_blocks=True)
    return templates.get_template(f"{template}.md").render(
        word=lambda path: reduce(dict.__getitem__, path.split("."), tables), **values
    )


def widget(name: str, language: str, *, body: str = "", numbers: str = "") -> str:
    """Render a widget as a lesson's call does."""
    given = json.dumps(words(language)["widgets"][name], ensure_ascii=False)
    still = body or f"Without JavaScript, {escape(name)} stands still."
    styled = (DOCS / "assets" / "widgets" / f"{name}.css").is_file()
    told = {"name": name, "words": given, "numbers": numbers, "styled": styled}
    return block("widget", language, **told, body=still)
