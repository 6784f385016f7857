"""What pages tell those who share or index them: pictures, addresses, structured data.

Runs as a MkDocs hook after languages.py, which chooses the words.
"""

import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from cnnviz.pages.language import LANGUAGES, Language, Words, language_of
from cnnviz.pages.sharing import LOCALES, SIZE, card_path, course_data, lesson_data
from cnnviz.pages.source import Lesson, Source, read_course

lessons: dict[str, list[tuple[Lesson, Source, str]]] = {}  # by language, with their addresses
cards: set[str] = set()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    docs = Path(config.docs_dir)
    cards.update(file.src_uri for file in files if file.src_uri.startswith("assets/cards/"))
    for code, language in LANGUAGES.items():
        lessons[code] = []
        for lesson in read_course(docs):
            source = Source(docs, lesson.page, language)
            page = files.get_file_from_path(source.target)
            if page is not None:
                lessons[code].append((lesson, source, f"{config.site_url}{page.url}"))
    return files


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    if not config.site_url:  # a copy on a disk has no address to tell
        return context
    language = language_of(page.url)
    context["locales"] = LOCALES
    context["sharing"] = _tags(page, config, language)
    data = _data(page, config, language, context["word"])
    if data:
        # "<" could end the script that it stands in.
        context["structured"] = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return context


def _tags(page: Page, config: MkDocsConfig, language: Language) -> dict[str, str]:
    name = page.file.src_uri.removeprefix(language.root).removesuffix(".md")
    own, whole = (card_path(one, language) for one in (name, "index"))
    card = own if own in cards else whole
    tags = {
        "og:type": "article" if page.file.src_uri.partition("lessons/")[1] else "website",
        "og:site_name": config.site_name,
        "og:title": page.meta.get("title", page.title),
        "og:description": page.meta.get("description", config.site_description),
        "og:url": page.canonical_url,
        "og:locale": LOCALES[language.code],
    }
    if card in cards:
        tags |= {
            "og:image": f"{config.site_url}{card}",
            "og:image:type": "image/png",
            "og:image:width": str(SIZE[0]),
            "og:image:height": str(SIZE[1]),
            "og:image:alt": tags["og:title"],
        }
    return tags


def _data(
    page: Page, config: MkDocsConfig, language: Language, word: Words
) -> dict[str, Any] | None:
    home = f"{config.site_url}{language.root}"
    if page.canonical_url == home:
        return course_data(word, language, lessons[language.code], home)
    for lesson, source, url in lessons[language.code]:
        if url == page.canonical_url:
            return lesson_data(word, language, lesson, source, url, home)
    return None
