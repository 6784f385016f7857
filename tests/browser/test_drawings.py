"""Drawings as a browser lays them out: their words are of different length in each language."""

import pytest

pytestmark = pytest.mark.browser

# Matplotlib draws letters as paths and leaves what they say in a comment.
CUT_OFF = """() => {
  const page = document.documentElement.getBoundingClientRect();
  const said = text => [...text.childNodes].find(node => node.nodeType === Node.COMMENT_NODE)?.data;
  return [...document.querySelectorAll('g[id^="text_"]')].filter(text => {
    const box = text.getBoundingClientRect();
    return box.width && (box.left < page.left - 1 || box.right > page.right + 1
      || box.top < page.top - 1 || box.bottom > page.bottom + 1);
  }).map(said);
}"""


def test_no_words_of_a_drawing_are_cut_off(chromium, built):
    tab = chromium.new_page()
    found = {}
    for drawing in sorted((built.site / "assets" / "figures").glob("*.light.*.svg")):
        tab.goto(drawing.as_uri())
        found[drawing.name] = tab.evaluate(CUT_OFF)
    tab.close()

    assert found
    assert not {name: words for name, words in found.items() if words}


@pytest.mark.parametrize("width", [390, 1280])
def test_figures_are_as_large_in_the_dark_as_in_the_light(tab, address, width):
    sizes = {}
    for theme in ("light", "dark"):
        page = tab(theme, width)
        page.goto(f"{address}lessons/noise/")
        sizes[theme] = page.eval_on_selector_all(
            f"img.cv-{theme}", "all => all.map(one => [one.clientWidth, one.clientHeight])"
        )

    assert sizes["light"]
    assert sizes["light"] == sizes["dark"]
