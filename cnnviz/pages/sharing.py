"""What the site tells those who share or index it: a picture of each page, and what it is."""

from typing import Any

from cnnviz.pages.language import LANGUAGES, Language, Words
from cnnviz.pages.page import Page
from cnnviz.pages.source import Lesson, Source
from cnnviz.pipeline.step import Named, Step

SIZE = (1200, 630)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LOCALES = {"pt": "pt_BR", "es": "es_ES", "en": "en_US"}


def card_path(name: str, language: Language) -> str:
    """Give where the picture of a page lies, from the site's root."""
    return f"assets/cards/{name.rpartition('/')[2]}.{language.code}.png"


def social_card(page: Page) -> bool:
    """Ask for the picture of a lesson or of the first page; True once it is among its files."""
    lesson = page.lesson or page.site.course[0]
    head = page.source.head
    kicker = page.words("lesson.label", n=lesson.number) if page.lesson else ""
    words = {
        "site": page.words("site.name") if page.lesson else "",  # else it is the title
        "kicker": kicker,
        "title": head["title"],
        "question": head["question"] if page.lesson else page.words("site.tagline"),
    }
    cover = page.site.wiring.find("figure", lesson.cover, lesson.home)
    cover_words = page.site.words[page.language.code].of(cover.lesson).figure(cover.name)
    arguments = {
        "result": page.site.result(cover, {}),
        "cover": Named(cover.module, f"{cover.module}:draw"),
        "cover_words": cover_words,
        "words": words,
    }
    name = f"card of {page.source.name}.{page.language.code}"
    step = Step("cnnviz.drawing.social_card:card", arguments, name, {"shown": "drawings"})
    if not page.ask("card", page.source.name, {}, step, line=1):
        return False
    page.show(step, card_path(page.source.name, page.language))
    return True


def course_data(
    word: Words, language: Language, lessons: list[tuple[Lesson, Source, str]], url: str
) -> dict[str, Any]:
    """Describe the course as schema.org does; `lessons` come with their addresses."""
    minutes = sum(source.head["minutes"] for _, source, _ in lessons)
    return {
        "@context": "https://schema.org",
        "@type": "Course",
        "@id": f"{url}#course",
        **_told(word("site.name"), word("site.description"), language, url),
        "provider": {"@type": "Organization", "name": word("site.name"), "url": url},
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "Online",
            "courseWorkload": f"PT{minutes}M",
        },
        "hasPart": [_resource(language, *lesson) for lesson in lessons],
    }


def lesson_data(
    word: Words, language: Language, lesson: Lesson, source: Source, url: str, home: str
) -> dict[str, Any]:
    """Describe a lesson as schema.org does."""
    return {
        "@context": "https://schema.org",
        **_resource(language, lesson, source, url),
        "isPartOf": {
            "@type": "Course",
            "@id": f"{home}#course",
            **_told(word("site.name"), word("site.description"), language, home),
            "provider": {"@type": "Organization", "name": word("site.name"), "url": home},
        },
    }


def _resource(language: Language, lesson: Lesson, source: Source, url: str) -> dict[str, Any]:
    head = source.head
    return {
        "@type": "LearningResource",
        **_told(head["title"], head["description"], language, url),
        "position": lesson.number,
        "learningResourceType": "lesson",
        "timeRequired": f"PT{head['minutes']}M",
        "competencyRequired": list(head["before"]),
    }


def _told(name: str, description: str, language: Language, url: str) -> dict[str, Any]:
    return {
        "name": name,
        "description": description,
        "url": url,
        "inLanguage": LANGUAGES[language.code].locale.replace("_", "-"),
        "license": LICENCE,
        "isAccessibleForFree": True,
    }
