"""Terms are explained at their first use in a sentence, and the same ones in every language."""

import re

import pytest

from cnnviz.pages.generate import generate
from cnnviz.pages.glossary import Glossary, Term, linked, read_glossaries, uses
from cnnviz.pages.language import LANGUAGES
from cnnviz.pages.problems import SiteError
from tests.projects import FIRST_LINE, ROOT, Project

GLOSSARY = Glossary(
    {
        "map": Term("feature map", ("feature map", "feature maps"), "…"),
        "feature": Term("feature", ("feature", "features"), "…"),
        "sure": Term("confidence", ("confidence",), "…", ("confidence interval",)),
    }
)


def shown(text):
    return linked(GLOSSARY.marked(text), {"map", "feature", "sure"}, "glossary.md")


def term(key, text):
    return f"[{text}](glossary.md#{key}){{ .cv-term }}"


def test_the_first_use_and_no_other_becomes_a_link():
    assert (
        shown("Feature maps and a feature map.")
        == f"{term('map', 'Feature maps')} and a feature map."
    )


def test_a_term_inside_a_longer_one_is_not_found():
    assert shown("A feature map has a feature.") == (
        f"A {term('map', 'feature map')} has a {term('feature', 'feature')}."
    )


@pytest.mark.parametrize(
    "text",
    [
        "## The feature {#feature}",
        "| feature | map |",
        "![the feature](feature.svg){ .feature }",
        "See [the feature](page.md) and $feature$ and [@feature].",
        '<label title="feature">feature</label>',
        "<details>\n\nA feature.\n\n</details>",
        "<figure>\n\nA feature.\n\n</figure>",
        "$$\nfeature\n$$",
        "A non-feature, featured, and feature_size.",
        "The confidence interval.",
    ],
)
def test_what_is_no_sentence_stays_as_it_is(text):
    assert shown(text) == text


def test_what_follows_a_figure_or_an_answer_is_prose_again():
    text = "<details>\n\nA feature.\n\n</details>\n\nA feature."

    assert shown(text).endswith(f"</details>\n\nA {term('feature', 'feature')}.")


@pytest.fixture
def project(tmp_path, kept):
    return Project(tmp_path, kept)


def terms(written, code, language=""):
    page = written[f"{language}lessons/tiny.md"].decode()
    return re.findall(r"\[([^\]]+)\]\([^)]*glossary\.md#([\w-]+)\)\{ \.cv-term \}", page)


def test_a_page_explains_what_all_its_languages_use(project):
    project.write("The stride, and a filter.", "en")
    project.write("O stride.", "pt")
    project.write("El stride y un filtro.", "es")

    _, written = project.generate()

    found = {code: terms(written, code, f"{code}/" if code != "pt" else "") for code in LANGUAGES}
    assert found == {code: [("stride", "stride")] for code in LANGUAGES}


def test_code_is_left_alone(project):
    project.write("`stride` and\n\n```python\nstride = 2\n```\n")

    _, written = project.generate()

    assert terms(written, "pt") == []


def test_an_author_may_ask_for_a_term_in_any_form(project):
    project.write('It {{ term("stride", "strode") }} on, with a stride.')

    _, written = project.generate()

    assert terms(written, "pt") == [("strode", "stride")]


def test_an_unknown_term_is_told_with_its_line_and_the_near_miss(project):
    project.write('A line.\n\n{{ term("strid", "stride") }}')

    with pytest.raises(SiteError, match=rf"tiny/pt\.md:{FIRST_LINE + 2}: .*Did you mean 'stride'"):
        project.generate()


def test_a_term_asked_for_in_one_language_only_is_a_difference(project):
    project.write("Text.")
    project.write('{{ term("stride", "stride") }}', "en")

    with pytest.raises(SiteError, match=r"term 'stride' is not in docs/lessons/tiny/pt\.md"):
        project.generate()


def test_a_term_that_one_language_lacks_is_told_with_the_near_miss(project):
    file = project.docs / "glossary" / "es.toml"
    file.write_text(file.read_text().replace("[stride]", "[strides]"))

    with pytest.raises(SiteError) as caught:
        generate(project.site(), lambda *_: None, strict=True)

    told = str(caught.value)
    assert "docs/glossary/es.toml: there is no term 'stride'. Did you mean 'strides'" in told
    assert "docs/glossary/pt.toml: there is no term 'strides'. Did you mean 'stride'" in told


def test_a_term_without_a_definition_is_told(project):
    file = project.docs / "glossary" / "en.toml"
    text = re.sub(r'(?s)(\[stride\].*?definition = )"[^"]*"', r'\1""', file.read_text())
    file.write_text(text)

    line = text.splitlines().index("[stride]") + 1
    with pytest.raises(
        SiteError, match=rf"en\.toml:{line}: the term 'stride' lacks its definition"
    ):
        generate(project.site(), lambda *_: None, strict=True)


@pytest.fixture(scope="module")
def glossaries():
    return read_glossaries(ROOT / "docs" / "glossary", LANGUAGES, ROOT)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_definition_is_two_sentences(glossaries, code):
    for key, one in glossaries[code].terms.items():
        assert len(re.findall(r"[.?!]”?»?(?: |$)", one.definition)) == 2, key


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_form_belongs_to_two_terms(glossaries, code):
    forms = [form.lower() for one in glossaries[code].terms.values() for form in one.forms]

    assert len(forms) == len(set(forms)) > 40


def test_a_use_is_found_again_where_it_was_noted():
    assert uses(GLOSSARY.marked("A feature map.")) == {"map"}
