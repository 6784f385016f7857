"""Words stand in one file a lesson, each beside itself in the other languages."""

import pytest

from cnnviz.choice import UnknownName
from cnnviz.pages.words import read_words


def write(docs, path, text):
    file = docs / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_each_language_gets_its_own_words(tmp_path):
    write(
        tmp_path, "words/site.toml", '[figure]\nlabel = { pt = "Figura {n}", en = "Figure {n}" }\n'
    )

    words = read_words(tmp_path, ("pt", "en"))

    assert words["pt"]("figure.label", n=3) == "Figura 3"
    assert words["en"]("figure.label", n=3) == "Figure 3"


def test_a_missing_word_names_the_near_miss_and_the_language(tmp_path):
    write(tmp_path, "words/site.toml", '[figure]\nlabel = { en = "Figure {n}" }\n')
    words = read_words(tmp_path, ("en",))["en"]

    with pytest.raises(UnknownName, match=r"'labl'.*Did you mean 'label'") as caught:
        words("figure.labl")

    assert caught.value.__notes__ == ["in the words of 'en': figure.labl"]


def test_a_lesson_has_words_of_its_own_beside_the_shared_ones(tmp_path):
    write(tmp_path, "words/site.toml", '[networks]\nmlp = { en = "MLP" }\n')
    write(tmp_path, "lessons/pixel-remap/words.toml", '[figures.one]\nx = { en = "own" }\n')
    write(tmp_path, "lessons/other/words.toml", '[figures.one]\nx = { en = "another" }\n')
    words = read_words(tmp_path, ("en",))["en"]

    own = words.of("pixel_remap")

    assert own.figure("one") == {"mlp": "MLP", "x": "own"}
    assert words.figure("one") == {"mlp": "MLP"}


def test_an_empty_table_says_that_a_figure_is_drawn_for_each_language(tmp_path):
    write(tmp_path, "lessons/a/words.toml", "[figures.one]\n")

    assert read_words(tmp_path, ("en",))["en"].of("a").table("figures") == {"one": {}}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[figures.one]\nx = { pt = "um" }', "the word figures.one.x lacks its 'en'"),
        ('[figures.one]\nx = "one"', "figures.one.x says nothing of its language"),
        ("[figures.one\n", "words.toml"),
    ],
    ids=["a language is missing", "no language", "no TOML"],
)
def test_a_slip_names_its_file_and_the_word(tmp_path, text, told):
    write(tmp_path, "lessons/a/words.toml", text)

    with pytest.raises(ValueError, match=r"lessons/a/words\.toml") as caught:
        read_words(tmp_path, ("pt", "en"))

    assert told in str(caught.value)


def test_a_word_that_is_given_twice_is_an_error_that_names_it(tmp_path):
    write(tmp_path, "words/site.toml", '[numbers]\ndecimal = { en = "." }\n')
    write(tmp_path, "words/more.toml", '[numbers]\ndecimal = { en = "," }\n')

    with pytest.raises(
        ValueError, match=r"site\.toml: the word numbers\.decimal is in another file"
    ):
        read_words(tmp_path, ("en",))
