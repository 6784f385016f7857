"""Numbers are written as each language writes them."""

import pytest

from cnnviz.choice import UnknownName
from cnnviz.pages.language import LANGUAGES, Words
from tests.projects import ROOT

PT, ES, EN = (LANGUAGES[code] for code in ("pt", "es", "en"))


@pytest.mark.parametrize(
    ("language", "style", "value", "written"),
    [
        (PT, "percent", 0.942, "94,2%"),
        (ES, "percent", 0.942, "94,2\xa0%"),
        (EN, "percent", 0.942, "94.2%"),
        (PT, "whole_percent", 0.94, "94%"),
        (EN, "points", 0.0846, "8.5"),
        (PT, "points", -0.0014, "−0,1"),
        (ES, "probability", 0.9038, "0,90"),
        (EN, "whole", 2000, "2,000"),
        (PT, "whole", 2000, "2.000"),
        (ES, "whole", 3216, "3216"),
        (ES, "whole", -48120, "−48.120"),
        (EN, "short", 4.0, "4"),
        (PT, "short", -0.5, "−0,5"),
        (EN, "short", 0.125, "0.12"),
        (EN, "scientific", 4.8e-6, "5 × 10⁻⁶"),
        (PT, "scientific", 5e-6, "5 × 10⁻⁶"),
        (EN, "scientific", 0.0, "0"),
    ],
)
def test_writes_numbers_as_the_language_does(language, style, value, written):
    assert language.number(value, style) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [(PT, "[92,6%;\xa094,7%]"), (ES, "[92,6\xa0%;\xa094,7\xa0%]"), (EN, "[92.6%,\xa094.7%]")],
)
def test_parts_the_ends_of_an_interval_by_what_is_no_decimal_sign(language, written):
    assert language.interval(0.926, 0.947, "percent") == written


def test_an_unknown_style_names_the_near_miss():
    with pytest.raises(UnknownName, match=r"'percnt'.*Did you mean 'percent'"):
        EN.number(1, "percnt")


def test_all_languages_have_the_same_words():
    def paths(table, prefix=""):
        for name, value in table.items():
            if isinstance(value, dict):
                yield f"{prefix}{name}"
                yield from paths(value, f"{prefix}{name}.")
            else:
                yield f"{prefix}{name}"

    words = {code: Words(ROOT / "docs" / "words", code) for code in LANGUAGES}
    known = {code: set(paths(of.tables)) for code, of in words.items()}

    assert known["pt"] == known["es"] == known["en"]


def test_a_missing_word_names_its_file_and_what_is_there(tmp_path):
    file = tmp_path / "xx.toml"
    file.write_text('[figure]\nlabel = "Figure {n}"\n')
    words = Words(tmp_path, "xx")

    with pytest.raises(UnknownName, match=r"'labl'.*Did you mean 'label'") as caught:
        words("figure.labl")

    assert str(file) in caught.value.__notes__[0]
    assert words("figure.label", n=3) == "Figure 3"


def test_a_lesson_may_bring_words_of_its_own(tmp_path):
    (tmp_path / "xx.toml").write_text('[figures.shared]\none = "1"\n')
    (tmp_path / "lesson.xx.toml").write_text('[figures.own]\ntwo = "2"\n')
    (tmp_path / "lesson.yy.toml").write_text('[figures.own]\ntwo = "another language"\n')

    assert Words(tmp_path, "xx").tables == {
        "figures": {"shared": {"one": "1"}, "own": {"two": "2"}}
    }


def test_a_word_that_two_files_give_is_an_error_that_names_it(tmp_path):
    (tmp_path / "xx.toml").write_text('[figures.shared]\none = "1"\n')
    (tmp_path / "lesson.xx.toml").write_text('[figures.shared]\none = "2"\n')

    with pytest.raises(ValueError, match=r"lesson\.xx\.toml: the word figures\.shared\.one"):
        Words(tmp_path, "xx")
