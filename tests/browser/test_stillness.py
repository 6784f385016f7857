"""What somebody reads stays where it is, however late letters and scripts come."""

import pytest

from tests.browser.reader import SIZES
from tests.course import LESSONS

pytestmark = pytest.mark.browser

STILL = 0.02  # cumulative layout shift
BUSY = 6  # times slower
# Where letters differ most, and where formulas and tables stand in prose.
READ = [("learned-filters", "desktop"), ("deepdream", "phone"), ("pixel-remap", "phone")]
READ += [("what-excites-a-feature", "phone")]

PLACES = """() => {
  const blocks = ".md-content__inner > *, .cv-languages, .md-search__form, .md-nav--secondary a";
  window.cvBlocks ??= [...document.querySelectorAll(blocks)];
  return cvBlocks.map((block) => {
    const { left, top, bottom } = block.getBoundingClientRect();
    return [block.textContent.trim().slice(0, 60), left, top + scrollY, bottom + scrollY];
  });
}"""
SCROLLED = """async (steps) => {
  const frame = () => new Promise(requestAnimationFrame);
  const end = () => document.documentElement.scrollHeight - innerHeight - 1;
  for (let step = 0; step < steps && scrollY < end(); step += 1) {
    scrollBy({ top: innerHeight / 2, behavior: "instant" });
    await frame();
    await frame();
  }
  return scrollY;
}"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lesson", LESSONS)
def test_what_comes_late_has_its_room_kept(reader, address, lesson, size):
    language = ("", "es/", "en/")[LESSONS.index(lesson) % 3]
    somebody = reader(size)
    page = somebody.opens(f"{address}{language}lessons/{lesson}/")
    before = page.evaluate(PLACES)

    somebody.gets_the_rest()

    after = page.evaluate(PLACES)
    moved = [
        (one, other)
        for one, other in zip(before, after, strict=True)
        if one[1:] != pytest.approx(other[1:], abs=1)
    ]
    assert not moved


@pytest.mark.parametrize(("lesson", "size"), READ)
def test_nothing_jumps_on_a_busy_machine_while_somebody_reads_on(reader, address, lesson, size):
    somebody = reader(size)
    page = somebody.opens(f"{address}lessons/{lesson}/")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": BUSY})
    page.evaluate(SCROLLED, 2)

    somebody.gets_the_rest()
    page.evaluate(SCROLLED, 10_000)

    assert page.evaluate("cvSeen.shift") < STILL
