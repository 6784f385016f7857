"""A lesson as others see it: its cover, title and link, in the page's language."""

from dataclasses import dataclass
from typing import Any

from cnnviz.pages.page import Page
from cnnviz.pages.pictures import pictures
from cnnviz.pages.source import Lesson


@dataclass(frozen=True)
class Card:
    """What the templates show of a lesson on the page of another."""

    lesson: Lesson
    head: dict[str, Any]
    images: list[dict[str, Any]]  # of each theme
    link: str


def card(page: Page, lesson: Lesson) -> Card | None:
    """Ask for a lesson's cover, and give its card; None until the cover is made."""
    site = page.site
    cover = site.wiring.find("figure", lesson.cover, lesson.home)
    result = site.result(cover, {})
    drawings = site.drawings(cover, result, page.language.code, noted=False)
    if not page.ask("cover", lesson.cover, {}, *drawings.values()):
        return None
    head = site.source(lesson.page, page.language).head
    return Card(lesson, head, pictures(page, lesson.cover, drawings), page.page_path(lesson.page))


def neighbours(page: Page) -> dict[str, Card]:
    """Give the lessons before and after a page's own, where there are such."""
    course = page.site.course
    here = next((at for at, lesson in enumerate(course) if lesson == page.lesson), None)
    if here is None:
        return {}
    beside = {"previous": course[:here][-1:], "next": course[here + 1 :][:1]}
    cards = {side: card(page, lesson) for side, found in beside.items() for lesson in found}
    return {side: one for side, one in cards.items() if one is not None}
