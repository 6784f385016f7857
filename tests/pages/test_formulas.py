"""Formulas that are set: standing aside from Markdown, and as plain text for the search."""

import html
import json

import pytest

from cnnviz.drawing.formula import formula
from cnnviz.pages.aside import aside, plain
from cnnviz.pages.formula import safe_in_markdown
from cnnviz.pages.language import LANGUAGES

TOLD = [
    (r"\frac{1}{n} \sum_{i=1}^{n} x_i^2", "1/n∑_(i=1)^nx_i^2"),
    (r"\frac{\partial L}{\partial w} = \frac{a-b}{2h}", "∂L/∂w=(a−b)/2h"),
    (r"\sqrt{5}\cdot\hat{x}", "√(5)⋅x̂"),
    (r"\begin{pmatrix}1&0\\0&1\end{pmatrix}", "(1 0;0 1)"),
    (r"x' < \max_a w_a", "x′<max_aw_a"),
    (r"\text{saída}", "saída"),
    (r"y_{i,j}^{\max} = 1", "y_(i,j)^max=1"),
]


def set_(tex: str, display: bool = False) -> str:
    return safe_in_markdown(formula(tex, display, "any").data.decode())


@pytest.mark.parametrize("display", [False, True])
@pytest.mark.parametrize(("tex", "text"), TOLD)
def test_a_formula_is_one_line_of_plain_text(tex, text, display):
    assert plain(set_(tex, display)) == text


def test_whole_formulas_stand_aside_and_nothing_else():
    first, second = set_("a_b"), set_(r"\frac{1}{2}", display=True)
    text = f"# One\n\n<span>(</span>{first}, {first}<span>)</span>\n\n<div>{second}</div>\n"
    taken = []

    left = aside(text, lambda formula: taken.append(formula) or f"@{len(taken)}")

    assert left == "# One\n\n<span>(</span>@1, @2<span>)</span>\n\n<div>@3</div>\n"
    assert taken == [first, first, second]


def test_a_text_without_formulas_stays_as_it_is():
    assert aside("2 < 3, and <span>so</span> on", str.upper) == "2 < 3, and <span>so</span> on"


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_pages_show_their_formulas_and_the_search_reads_them(built, language):
    root = built.site / language.root

    page = (root / "lessons" / "convolution" / "index.html").read_text()
    index = json.loads((root / "search" / "whole.json").read_text())

    assert page.count('<span class="katex">') == page.count("</math>") > 0
    assert page.count("vendor/katex.css") == 1
    texts = html.unescape("".join(entry["text"] for entry in index["docs"]))
    assert "=∑_(u,v)" in texts
    assert not [one for one in texts + page if ord(one) >= 0x100000]
