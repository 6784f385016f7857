"""A lesson walked through with the keyboard alone."""

import pytest

from tests.browser.conftest import alive

pytestmark = pytest.mark.browser

# What the focus is on, where it lies in the document, and whether it can be seen.
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  window.cvWalked ??= [];
  const before = cvWalked.at(-1);
  cvWalked.push(one);
  // Where the focus is on something hidden, what stands for it carries the ring.
  const around = [one, one.nextElementSibling, one.closest("label"), one.parentElement,
    one.parentElement.parentElement, one.closest(".cv-neighbour, .cv-card")].filter(Boolean);
  const ringed = around.find(place => place.offsetWidth
    && getComputedStyle(place).outlineStyle !== "none");
  const box = (ringed ?? one).getBoundingClientRect();
  return {
    what: one.outerHTML.slice(0, 120),
    kind: one.tagName.toLowerCase(),
    again: cvWalked.indexOf(one) < cvWalked.length - 1,
    back: Boolean(before && one.compareDocumentPosition(before) & Node.DOCUMENT_POSITION_FOLLOWING),
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    ringed: Boolean(ringed),
    article: Boolean(one.closest("article")),
    name: one.ariaLabel || one.innerText || one.labels?.[0]?.innerText || one.title || "",
  };
}"""


def walk(page):
    """Press Tab until the focus leaves the page; give what it was on."""
    steps = []
    for _ in range(400):
        page.keyboard.press("Tab")
        step = page.evaluate(FOCUS)
        if step is None or step["again"]:
            return steps
        steps.append(step)
    pytest.fail(f"the focus never left the page; last on {steps[-1]['what']}")


def test_the_first_stop_skips_to_the_text(tab, address):
    page = tab()
    page.goto(f"{address}en/lessons/noise/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("Boolean(document.activeElement.closest('article'))")


@pytest.mark.parametrize("width", [390, 1280], ids=["phone", "desktop"])
def test_every_stop_is_seen_ringed_and_named_and_the_way_follows_the_page(tab, address, width):
    page = tab(width=width, reduced_motion="reduce")
    page.goto(f"{address}en/lessons/convolution/", wait_until="networkidle")
    alive(page)
    steps = walk(page)

    wrong = [step for step in steps if not (step["seen"] and step["ringed"] and step["name"])]
    assert not [(step["what"], step["seen"], step["ringed"], step["name"]) for step in wrong]

    inside = [step for step in steps if step["article"]]
    assert not [step["what"] for step in inside[1:] if step["back"]]

    kinds = [step["kind"] for step in inside]
    assert kinds.count("summary") >= 10
    assert kinds.count("input") >= 5
    assert any("Lesson 3" in step["what"] or "pooling" in step["what"] for step in steps)


def test_a_quiz_an_answer_and_the_next_lesson_by_keyboard(tab, address):
    page = tab()
    page.goto(f"{address}en/lessons/convolution/")
    quiz = page.locator(".cv-quiz").first

    quiz.locator("input").first.focus()
    page.keyboard.press("Space")
    page.wait_for_function("one => one.textContent", arg=quiz.locator("output").element_handle())
    page.locator(".cv-answer summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".cv-answer").first.get_attribute("open") is not None

    page.locator(".cv-neighbour--next a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/lessons/pooling-and-invariance/")
