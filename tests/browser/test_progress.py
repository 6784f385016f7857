"""What a reader has finished is remembered on their device, told in words, and can be forgotten."""

import json

import pytest

from tests.course import COURSE, LESSONS

pytestmark = pytest.mark.browser

KEY = "cnnviz.finished:/"
FIRST, SECOND = LESSONS[:2]


def kept(page):
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "[]")


def with_finished(page, *names):
    page.add_init_script(
        f"localStorage.getItem('{KEY}') ?? localStorage.setItem('{KEY}', '{json.dumps(names)}')"
    )
    return page


def test_a_lesson_is_finished_once_its_end_was_seen(tab, address):
    page = tab()
    page.goto(f"{address}en/lessons/{FIRST}/")
    assert kept(page) == []

    page.locator(".cv-progress").scroll_into_view_if_needed()

    page.wait_for_selector(".cv-progress:has-text('Lesson finished')")
    assert kept(page) == [FIRST]


def test_a_lesson_is_finished_once_its_questions_are_answered(tab, address):
    page = tab()
    page.goto(f"{address}en/lessons/{FIRST}/")

    for quiz in page.locator(".cv-quiz").all():
        quiz.locator("label").first.click()

    assert page.locator(".cv-quiz").count() > 0
    assert kept(page) == [FIRST]


def test_home_and_menu_say_which_lessons_are_finished_in_every_language(tab, address):
    for folder, word in (("", "concluída"), ("es/", "terminada"), ("en/", "finished")):
        page = with_finished(tab(), FIRST)
        page.goto(f"{address}{folder}")

        cards = page.locator(".cv-card:has(.cv-finished)")
        menu = page.locator(".md-nav--primary .cv-finished")

        assert cards.count() == menu.count() == 1
        assert word in cards.inner_text()
        assert menu.text_content() == f"✓ {word}"
        assert page.locator(".cv-progress a").get_attribute("href").endswith(f"{SECOND}/")


def test_what_is_finished_can_be_forgotten_by_keyboard(tab, address):
    page = with_finished(tab(), FIRST, SECOND)
    page.goto(f"{address}en/")

    page.locator(".cv-progress button").focus()
    page.keyboard.press("Enter")

    assert kept(page) == []
    assert page.locator(".cv-finished").count() == 0
    assert "on this device only" in page.locator(".cv-progress").inner_text()


def test_one_lesson_can_be_unmarked_and_stays_so(tab, address):
    page = with_finished(tab(), FIRST)
    page.goto(f"{address}en/lessons/{FIRST}/")

    page.locator(".cv-progress button").click()
    page.wait_for_timeout(200)

    assert kept(page) == []


def test_nothing_fails_where_nothing_can_be_kept(tab, address):
    page = tab()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })"
    )
    page.goto(f"{address}en/")

    ours = [wrong for wrong in page.wrongs if "progress" in wrong]

    assert not ours
    assert not page.locator(".cv-progress").is_visible()


def test_every_lesson_leads_to_its_neighbours_with_picture_and_title(tab, address):
    for theme, lessons in (("light", LESSONS), ("dark", LESSONS[:2])):
        page = tab(theme)
        for number, name in enumerate(lessons):
            page.goto(f"{address}en/lessons/{name}/")

            links = page.eval_on_selector_all(".cv-neighbour a", "all => all.map(one => one.href)")
            shown = page.eval_on_selector_all(
                ".cv-neighbour img",
                "all => all.filter(one => one.offsetParent).map(one => one.src)",
            )

            beside = [*LESSONS[:number][-1:], *LESSONS[number + 1 :][:1]]
            assert links == [f"{address}en/lessons/{other}/" for other in beside]
            assert len(shown) == len(beside)
            assert all(f".{theme}." in source for source in shown)


def test_home_groups_the_lessons_by_part(tab, address):
    page = tab()
    page.goto(f"{address}en/")

    groups = page.eval_on_selector_all(".cv-cards", "all => all.map(one => one.children.length)")

    assert groups == [len(part["lessons"]) for part in COURSE["parts"]]
