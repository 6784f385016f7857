"""One build, three languages: each page gets the navigation and words of its own.

Runs as a MkDocs hook after gen-files, so that it sees the generated pages.
"""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from cnnviz.pages.language import DEFAULT, LANGUAGES, Language, Words, language_of
from cnnviz.pages.source import Source, read_course
from cnnviz.pages.words import read_words

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
    words.update(read_words(Path(config.docs_dir)))
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
        pages = [page for page in nav.pages if language_of(page.url).code == code]
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
    template = TEMPLATES.get(page.url.removeprefix(language_of(page.url).root))
    if template:
        page.meta["template"] = template
    return markdown


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    language = language_of(page.url)
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
    context["version"] = _version(language)
    config.theme["language"] = THEME_LANGUAGES[language.code]
    config.site_name = word("site.name")
    config.site_description = word("site.description")
    config.copyright = word("site.licence")  # docs/theme/partials/copyright.html makes it a link
    for palette, theme in zip(config.theme["palette"], ("dark", "light"), strict=True):
        palette["toggle"]["name"] = word(f"site.to_{theme}")
    config.extra["alternate"] = True  # shows the switcher; no list, which the theme would fetch


def _version(language: Language) -> str:
    """Give the day of the commit that the site was made from, or nothing where there is none."""
    seconds = int(os.environ["SOURCE_DATE_EPOCH"])
    day = datetime.fromtimestamp(seconds, UTC).date()
    return str(format_date(day, "long", language.locale)) if seconds else ""


def _alternates(page: Page, config: MkDocsConfig) -> list[dict[str, str]]:
    name = page.url.removeprefix(language_of(page.url).root)
    return [
        {
            "lang": THEME_LANGUAGES[code],
            "name": words[code]("site.language"),
            "link": language.root + name,
            "absolute": f"{config.site_url}{language.root}{name}",
        }
        for code, language in LANGUAGES.items()
    ]
