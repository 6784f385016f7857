"""The fonts that stand in are as wide and as high as the site's own, where a machine has them."""

import pytest

from cnnviz.pages.standins import CODE_STAND_INS, STAND_INS
from cnnviz.pages.styles import CODE, TEXT

pytestmark = pytest.mark.browser

CUTS = {"upright": "400 20px", "bold": "700 20px", "slanted": "italic 400 20px"}
MEASURED = """async ([font, families, places]) => {
  const text = [...document.querySelectorAll(places)].map(one => one.innerText).join(' ');
  const boxes = {};
  for (const family of families) {
    const [face] = await document.fonts.load(`${font} "${family}"`).catch(() => []);
    if (!face) continue;
    const line = document.createElement('span');
    line.style.cssText = `font: ${font} "${family}"; white-space: nowrap; position: absolute`;
    line.textContent = text;
    document.body.append(line);
    boxes[family] = [line.offsetWidth, line.offsetHeight];
    line.remove();
  }
  return boxes;
}"""


def boxes_of(page, font, own, stand_ins, places):
    """Measure the letters of the site, however late they come, and of what stands in for them."""

    def patient(route):
        styles = route.fetch()
        route.fulfill(response=styles, body=styles.text().replace("optional", "block"))

    page.route("**/site.css", patient)
    page.reload()
    families = [own, *(font.family for font in stand_ins)]
    boxes = page.evaluate(MEASURED, [font, families, places])
    box = boxes.pop(own)
    if not boxes:
        pytest.skip("this machine has none of the fonts that could stand in")
    return box, boxes


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("language", ["", "es/", "en/"])
def test_what_stands_in_is_as_wide_and_high_as_the_sites_font(tab, address, language, cut):
    page = tab()
    page.goto(f"{address}{language}lessons/noise/")

    own, others = boxes_of(page, CUTS[cut], TEXT, STAND_INS, ".md-content p")

    wide, high = own
    for family, (width, height) in others.items():
        assert width == pytest.approx(wide, rel=0.012), family
        assert height == pytest.approx(high, abs=1), family


def test_what_stands_in_for_code_is_as_wide_to_the_letter(tab, address):
    page = tab()
    page.goto(f"{address}lessons/noise/")

    own, others = boxes_of(page, CUTS["upright"], CODE, CODE_STAND_INS, "pre code")

    for family, box in others.items():
        assert box == pytest.approx(own, rel=1e-3), family


def test_text_asks_for_every_font_that_may_stand_in(tab, address):
    page = tab()
    page.goto(address)

    asked = page.evaluate("getComputedStyle(document.body).fontFamily")

    assert [font.family for font in STAND_INS if f'"{font.family}"' not in asked] == []
