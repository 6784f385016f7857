"""What authors write in prose: several citations at once, formulas in lists, keys with dots."""

import re

import pytest
from markdown import markdown

from cnnviz.choice import UnknownName
from cnnviz.pages.bibliography import Bibliography
from cnnviz.pages.inside import number_in
from cnnviz.pages.words import read_words
from tests.projects import ROOT, Project

CONTENT = {"half": {"0.5": 1.0, "whole": 2.0}, "layers": [{"side": 94}, {"side": 47}]}


@pytest.fixture(scope="module")
def page(tmp_path_factory, kept):
    folder = tmp_path_factory.mktemp("project")
    project = Project(folder, kept)
    project.write(
        "Here ($x$, $a + b$): $y$.\n\n"
        "Both say so [@howard2019; @krizhevsky2012].\n\n"
        "1. First\n\n    $$\n    x^2\n    $$\n\n2. Second\n\nAlone:\n\n$$\ny^2\n$$\n"
    )
    _, written = project.generate()
    return written["en/lessons/tiny.md"].decode()


def test_several_citations_share_their_brackets(page):
    found = "([Howard et al., 2019](../bibliography.md#howard2019); [Krizhevsky et al., 2012]("

    assert found in page


def test_a_formula_in_a_list_stays_inside_its_item(page):
    html = markdown(page.split("\n---\n", 1)[1], extensions=["md_in_html"])
    first = html.index("<p>First")
    item = html[first : html.index("</li>", first)]

    assert '<span class="cv-math"><span class="katex-display">' in item
    assert html.count("<ol>") == 1  # Second is in the same list


def test_a_formula_of_its_own_is_a_block(page):
    assert '<div class="cv-math"><span class="katex-display">' in page


def test_marks_stay_with_their_formula_or_its_outer_pieces(page):
    first, broken, last = (page.index(f"{letter}</annotation>") for letter in ("x", "b", "y"))
    together = [match.start() for match in re.finditer('<span class="cv-together">', page)]

    assert len(together) == 3
    assert together[0] < first < broken < together[1] < together[2] < last
    assert '<span class="cv-together">(<span class="katex">' in page
    assert "</span>,</span> <span class=" in page
    assert "</span>.</span>" in page
    assert page.count("<mtext>):</mtext></mrow><annotation") == 1, "for screen readers"
    assert '<span class="cv-mark">):</span></span></span></span> <span class=' in page


def test_a_part_of_a_path_that_has_dots_is_quoted():
    assert number_in(CONTENT, 'half."0.5"', "number") == 1.0
    assert number_in(CONTENT, "half.whole", "number") == 2.0


def test_entries_of_a_list_are_counted_from_0():
    assert number_in(CONTENT, "layers.1.side", "number") == 47
    with pytest.raises(UnknownName, match="0, 1"):
        number_in(CONTENT, "layers.2.side", "number")


def test_a_dotted_part_without_quotes_is_told_how_to_quote_it():
    with pytest.raises(UnknownName) as caught:
        number_in(CONTENT, "half.0.5", "number")

    assert caught.value.__notes__ == ['a part with dots is quoted: "0.5"']


def test_text_for_another_profile_is_left_out(tmp_path, kept):
    project = Project(tmp_path, kept)
    drawn, photographed = (
        f'{{% call where("parking.source", "{source}") %}}From {source}.{{% endcall %}}'
        for source in ("drawn", "pklot")
    )
    project.write(f"Spaces. {drawn}{photographed}")

    _, written = project.generate()

    assert "Spaces. From drawn.\n" in written["en/lessons/tiny.md"].decode()


def test_figures_to_choose_from_share_a_number(tmp_path, kept):
    one = '{{{{ figure("remap_images", seed={seed}, alt="Digits before and after.") }}}}'
    project = Project(tmp_path, kept)
    choice = '{% call choice("digits", question="Which?", options=["one", "two"]) %}\n'
    project.write(
        f"{choice}{one.format(seed=0)}\n\n{one.format(seed=1)}\n{{% endcall %}}\n\n"
        '{{ figure("remap_letters", alt="Letters before and after.") }}'
    )

    _, written = project.generate()

    text = written["en/lessons/tiny.md"].decode()
    assert re.findall(r"\*\*(Figure \w+)\.\*\*", text) == ["Figure 1a", "Figure 1b", "Figure 2"]


@pytest.mark.parametrize(
    ("code", "called"),
    [("pt", "Notas de aula"), ("es", "Apuntes de clase en portugués"), ("en", "Lecture notes")],
)
def test_lecture_notes_are_called_so_in_the_language_of_the_page(code, called):
    notes = read_words(ROOT / "docs")[code].table("bibliography.notes")

    reference = Bibliography(ROOT / "docs" / "bibliography.bib").reference("martins", notes)

    assert called in reference
    assert "portuguese" not in reference


def test_references_are_written_as_readers_know_them():
    bibliography = Bibliography(ROOT / "docs" / "bibliography.bib")
    notes = read_words(ROOT / "docs")["en"].table("bibliography.notes")
    every = {key: bibliography.reference(key, notes) for key in bibliography.sorted_keys()}

    assert "Lapedriza, À., Oliva, A. & Torralba, A." in every["zhou2016"]
    assert "Müller, K.-R." in every["lapuschkin2019"]
    assert every["erhan2009"].endswith("Université de Montréal, 1341.")
    assert not [text for text in every.values() if re.search(r"[{}\\]|[?!]\*\.", text)]
