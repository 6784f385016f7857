"""A quiz announces its verdict, and explains once it was answered rightly."""

import pytest

from tests.browser.test_walk import AXE, PHONE

pytestmark = pytest.mark.browser


@pytest.fixture
def quiz(tab, address):
    page = tab()
    page.goto(f"{address}quiz.en.html")
    page.locator(".cv-quiz input").first.wait_for()
    return page


def verdict(page):
    page.wait_for_function("document.querySelector('.cv-quiz__verdict').textContent")
    return page.get_by_role("status").text_content()


def test_a_wrong_answer_is_announced_and_explains_nothing_yet(quiz):
    quiz.get_by_label("13").check()

    assert verdict(quiz) == "Not this one."
    assert quiz.locator(".cv-quiz details").get_attribute("open") is None
    sign = "getComputedStyle(document.querySelector('label[data-cv-state]'), '::after').content"
    assert "✗" in quiz.evaluate(sign)


def test_a_second_wrong_answer_is_announced_anew(quiz):
    quiz.get_by_label("13").check()
    verdict(quiz)
    quiz.evaluate(
        """() => {
          window.said = [];
          const output = document.querySelector('.cv-quiz__verdict');
          new MutationObserver(() => window.said.push(output.textContent))
            .observe(output, { childList: true });
        }"""
    )

    quiz.get_by_label("48").check()
    quiz.wait_for_function("window.said.length === 2")

    assert quiz.evaluate("window.said") == ["", "Not this one."]


def test_the_right_answer_explains_itself(quiz):
    quiz.get_by_label("42").check()

    assert verdict(quiz) == "Right."
    assert quiz.get_by_text("Since 6 × 7").is_visible()


def test_wandering_through_the_options_gives_nothing_away(quiz):
    quiz.get_by_label("13").focus()
    quiz.keyboard.press("ArrowDown")
    quiz.wait_for_timeout(200)
    assert quiz.locator("label[data-cv-state]").count() == 0

    quiz.keyboard.press("Space")

    assert verdict(quiz) == "Right."


def test_the_explanation_can_be_opened_at_any_time(quiz):
    quiz.locator(".cv-quiz summary").press("Enter")

    assert quiz.get_by_text("Since 6 × 7").is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("answer", ["13", "42"], ids=["wrong", "right"])
def test_axe_finds_nothing_in_an_answered_quiz(tab, address, theme, answer):
    page = tab(theme, PHONE)
    page.goto(f"{address}quiz.pt.html")
    page.get_by_label(answer).check()
    page.wait_for_function("document.querySelector('.cv-quiz__verdict').textContent")
    page.add_script_tag(path=AXE)

    assert not page.evaluate("axe.run().then(done => done.violations.map(one => one.help))")
