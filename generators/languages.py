"""One build, three languages: each page gets the navigation, words and search of its own.

Runs as a MkDocs hook after gen-files, so that it sees the generated pages.
"""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from cnnviz.site.language import DEFAULT, LANGUAGES, Language, Words
from cnnviz.site.source import Source, read_course

MORE = ("glossary", "bibliography", "about", "licence")
TEMPLATES = {"": "home.html", "lab/": "lab.html"}  # of pages that differ, by their address
THEME_LANGUAGES = {"pt": "pt-BR", "es": "es", "en": "en"}

navigations: dict[str, Navigation] = {}
words: dict[str, Words] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    # The same commit gives the same bytes, also where MkDocs is called without make.
    if "SOURCE_DATE_EPOCH" not in os.environ:
        command = ["git", "log", "-1", "--format=%ct"]
        date = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
        os.environ["SOURCE_DATE_EPOCH"] = date or "0"
    for code in LANGUAGES:
        words[code] = Words(Path(config.docs_dir, "words"), code)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    docs = Path(config.docs_dir)
    config.nav = [{code: _nav(docs, language)} for code, language in LANGUAGES.items()]
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    for section, code in zip(nav.items, LANGUAGES, strict=True):
        assert isinstance(section, Section)
        items = section.children
        for item in items:
            item.parent = None
        pages = [page for page in nav.pages if _language(page.url).code == code]
        # Previous and next stop at the language's border.
        pages[0].previous_page = pages[-1].next_page = None
        navigations[code] = Navigation(items, pages)
        navigations[code].homepage = pages[0]
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    # The theme's templates take a tenth of a warm build to compile, and hardly ever change.
    env.bytecode_cache = FileSystemBytecodeCache()
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    # Not in the Markdown, which other generators read.
    template = TEMPLATES.get(page.url.removeprefix(_root(_language(page.url))))
    if template:
        page.meta["template"] = template
    return markdown


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    language = _language(page.url)
    _speak(context, config, language)
    context["alternates"] = _alternates(page, config)
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    if template_name == "404.html":  # one page for all: the language at the root
        _speak(context, config, DEFAULT)
    else:
        context["alternates_of"] = lambda page: _alternates(page, config)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    # Search stays inside the language whose root the theme is told.
    root = get_relative_url(_root(_language(page.url)), page.url)
    return re.sub(r'"base": "[^"]*"', f'"base": "{root.rstrip("/") or "."}"', output, count=1)


def on_post_build(config: MkDocsConfig) -> None:
    file = Path(config.site_dir, "search", "search_index.json")
    index = json.loads(file.read_text(encoding="utf-8"))
    for code, language in LANGUAGES.items():
        root = _root(language)
        mine = [
            {**entry, "location": entry["location"].removeprefix(root)}
            for entry in index["docs"]
            if _language(entry["location"]) == language
        ]
        part = Path(config.site_dir, language.folder, "search", "search_index.json")
        part.parent.mkdir(parents=True, exist_ok=True)
        content = {**index, "config": {**index["config"], "lang": [code]}, "docs": mine}
        part.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _nav(docs: Path, language: Language) -> list[Any]:
    def path(name: str) -> str:
        return Source(docs, name, language).target

    parts: dict[str, list[Any]] = {}
    for lesson in read_course(docs):
        title = Source(docs, lesson.page, language).head["title"]
        part = words[language.code](f"parts.{lesson.part}")
        parts.setdefault(part, []).append({f"{lesson.number}. {title}": path(lesson.page)})
    more = {words[language.code]("parts.more"): [path(name) for name in MORE]}
    course = [{part: lessons} for part, lessons in parts.items()]
    return [path("index"), *course, path("lab"), more]


def _speak(context: dict[str, Any], config: MkDocsConfig, language: Language) -> None:
    word = words[language.code]
    context["nav"] = navigations[language.code]
    context["word"] = word
    config.theme["language"] = THEME_LANGUAGES[language.code]
    config.site_name = word("site.name")
    config.site_description = word("site.description")
    base = context["base_url"]
    licence = f"{base}/{_root(language)}licence/"
    config.copyright = f'<a href="{licence}">{word("site.licence")}</a>'
    for palette, theme in zip(config.theme["palette"], ("dark", "light"), strict=True):
        palette["toggle"]["name"] = word(f"site.to_{theme}")
    config.extra["alternate"] = True  # shows the switcher; no list, which the theme would fetch


def _alternates(page: Page, config: MkDocsConfig) -> list[dict[str, str]]:
    name = page.url.removeprefix(_root(_language(page.url)))
    return [
        {
            "lang": THEME_LANGUAGES[code],
            "name": words[code]("site.language"),
            "link": _root(language) + name,
            "absolute": f"{config.site_url}{_root(language)}{name}",
        }
        for code, language in LANGUAGES.items()
    ]


def _language(url: str) -> Language:
    folder = url.partition("/")[0]
    found = (language for language in LANGUAGES.values() if language.folder == folder)
    return next(found, DEFAULT)


def _root(language: Language) -> str:
    return f"{language.folder}/" if language.folder else ""
