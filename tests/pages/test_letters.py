"""The letters of formulas: each is there, in its own font, and no other."""

import base64
import io
import re

import pytest
from fontTools.ttLib import TTFont

from cnnviz.drawing.formula import formula
from cnnviz.pages.aside import aside
from cnnviz.pages.formula import safe_in_markdown
from cnnviz.pages.letters import Cut, formula_css, letters
from tests.builds import ROOT

KATEX = ROOT / "node_modules" / "katex" / "dist"
MAIN, MATH = Cut("KaTeX_Main"), Cut("KaTeX_Math", "italic")
FACE = re.compile(r"@font-face\{([^}]*)\}")
PACKED = re.compile(r"base64,([\w+/=]+)")


def used(*formulas: str) -> dict[Cut, str]:
    css = (KATEX / "katex.min.css").read_text(encoding="utf-8")
    markup = [safe_in_markdown(formula(tex, True, "any").data.decode()) for tex in formulas]
    return {cut: "".join(sorted(found)) for cut, found in letters(css, markup).items()}


@pytest.mark.parametrize(
    ("tex", "cut", "found"),
    [
        ("x + 2", MATH, "x"),
        ("x + 2", MAIN, "+2"),
        (r"\mathbf a", Cut("KaTeX_Main", weight="700"), "a"),
        (r"\mathit{ab}", Cut("KaTeX_Main", "italic"), "ab"),
        (r"\mathcal L", Cut("KaTeX_Caligraphic"), "L"),
        (r"\mathbb R", Cut("KaTeX_AMS"), "R"),
        (r"\text{in } b", MAIN, "in\N{NO-BREAK SPACE}"),
        (r"\sum_i a", Cut("KaTeX_Size2"), "∑"),
        (r"\Bigl( a", Cut("KaTeX_Size2"), "("),
    ],
)
def test_a_letter_is_of_the_font_that_the_styles_give_it(tex, cut, found):
    assert used(tex)[cut] == found


def test_what_stands_within_decides_over_what_stands_around():
    assert used(r"\mathbf{a \text{b}}")[MAIN] == "b"


def test_signs_that_html_writes_otherwise_are_themselves():
    assert used("a < b * c")[MAIN] == "<∗"


def test_fonts_that_no_formula_uses_stay_at_home():
    markup = formula("x", False, "any").data.decode()

    faces = FACE.findall(formula_css(KATEX, [markup]))

    assert len(faces) == 1
    assert "font-family:KaTeX_Math;" in faces[0]


def test_a_font_comes_with_its_letters_and_its_licence():
    markup = formula("x y", False, "any").data.decode()

    packed = PACKED.search(formula_css(KATEX, [markup]))

    assert packed is not None
    font = TTFont(io.BytesIO(base64.b64decode(packed[1])))
    assert {chr(code) for code in font.getBestCmap()} == {"x", "y"}
    assert "SIL Open Font License" in font["name"].getDebugName(13)


def test_the_site_carries_every_letter_of_its_formulas(built):
    """Those that KaTeX's own fonts have: for others, any font of the reader's is as good."""
    pages = [page.read_text(encoding="utf-8") for page in built.site.rglob("index.html")]
    found: list[str] = []
    for page in pages:
        aside(page, lambda formula: found.append(formula) or "")
    styles = (built.site / "assets" / "vendor" / "katex.css").read_text(encoding="utf-8")

    assert formula_css(KATEX, dict.fromkeys(found)).count("@font-face") == styles.count(
        "@font-face"
    )
    assert set(PACKED.findall(formula_css(KATEX, found))) == set(PACKED.findall(styles))
