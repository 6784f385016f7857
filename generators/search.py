"""Search: each language has an index of its own, fetched once somebody searches.

Runs as a MkDocs hook, after the search plugin has written one index of all pages.
"""

import json
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from cnnviz.pages.language import LANGUAGES, Language, language_of

WORKER = "assets/search.js"  # stands in for the theme's worker until it is needed


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    # Search stays inside the language whose root the theme is told.
    root = get_relative_url(language_of(page.url).root, page.url).rstrip("/") or "."
    output = re.sub(r'"base": "[^"]*"', f'"base": "{root}"', output, count=1)
    if config.extra.get("offline"):
        return output
    worker = get_relative_url(WORKER, page.url)
    return re.sub(r'"search": "[^"]*"', f'"search": "{worker}"', output, count=1)


def on_post_build(config: MkDocsConfig) -> None:
    site = Path(config.site_dir)
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    for language in LANGUAGES.values():
        whole = _part(index, language)
        folder = site / language.root / "search"
        folder.mkdir(parents=True, exist_ok=True)
        if not config.extra.get("offline"):
            _write(folder / "whole.json", whole)
            whole = _waiting(whole, site, language)
        _write(folder / "search_index.json", whole)


def _part(index: dict[str, Any], language: Language) -> dict[str, Any]:
    entries = [
        {**entry, "location": entry["location"].removeprefix(language.root)}
        for entry in index["docs"]
        if language_of(entry["location"]) == language
    ]
    return {**index, "config": {**index["config"], "lang": [language.code]}, "docs": entries}


def _waiting(index: dict[str, Any], site: Path, language: Language) -> dict[str, Any]:
    """Give an index without texts, which tells where they are; addresses are those of WORKER."""
    (worker,) = (site / "assets" / "javascripts" / "workers").glob("search.*.min.js")
    places = {
        "worker": worker.relative_to(site / "assets").as_posix(),
        "whole": f"../{language.root}search/whole.json",
    }
    return {**index, "config": {**index["config"], **places}, "docs": []}


def _write(file: Path, content: dict[str, Any]) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
