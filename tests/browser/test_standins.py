"""The fonts that stand in are as wide and as high as the site's own, where a machine has them."""

import pytest

from cnnviz.pages.standins import STAND_INS
from cnnviz.pages.styles import TEXT

pytestmark = pytest.mark.browser

CUTS = {"upright": "400 20px", "bold": "700 20px", "slanted": "italic 400 20px"}
MEASURED = """async ([font, families]) => {
  const text = [...document.querySelectorAll('.md-content p')].map(one => one.innerText).join(' ');
  const boxes = {};
  for (const family of families) {
    const [face] = await document.fonts.load(`${font} "${family}"`).catch(() => []);
    if (!face) continue;
    const line = document.createElement('span');
    line.style.cssText = `font: ${font} "${family}"; white-space: nowrap; display: inline-block`;
    line.textContent = text;
    document.body.append(line);
    boxes[family] = [line.offsetWidth, line.offsetHeight];
    line.remove();
  }
  return boxes;
}"""


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("language", ["", "es/", "en/"])
def test_what_stands_in_is_as_wide_and_high_as_the_sites_font(tab, address, language, cut):
    page = tab()
    page.goto(f"{address}{language}lessons/noise/")

    boxes = page.evaluate(MEASURED, [CUTS[cut], [TEXT, *(font.family for font in STAND_INS)]])

    wide, high = boxes.pop(TEXT)
    if not boxes:
        pytest.skip("this machine has none of the fonts that could stand in")
    for family, (width, height) in boxes.items():
        assert width == pytest.approx(wide, rel=0.012), family
        assert height == pytest.approx(high, abs=1), family


def test_text_asks_for_every_font_that_may_stand_in(tab, address):
    page = tab()
    page.goto(address)

    asked = page.evaluate("getComputedStyle(document.body).fontFamily")

    assert [font.family for font in STAND_INS if f'"{font.family}"' not in asked] == []
