"""Nothing is written that is never shown: words, quoted numbers, references and styles."""

import re
import tomllib

import pytest

from cnnviz.data.sources import SOURCES
from cnnviz.pages.language import LANGUAGES
from cnnviz.pages.source import read_course
from cnnviz.pages.wiring import Wiring
from cnnviz.pages.words import read_words
from tests.projects import ROOT

DOCS = ROOT / "docs"
WIDGETS = {script.stem for script in (DOCS / "assets" / "widgets").glob("*.js")}


def written(*patterns):
    files = (file for pattern in patterns for file in ROOT.glob(pattern))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


LESSONS = written("docs/*/*/*.md")
CLAIMS, FIGURES, TABLES = (Wiring().entries[kind] for kind in ("claim", "figure", "table"))
WORDS = read_words(DOCS)


@pytest.mark.parametrize("lesson", WORDS["en"].lessons)
@pytest.mark.parametrize("kind", ["figure", "claim"])
def test_every_table_of_words_belongs_to_something_of_its_lesson(lesson, kind):
    named = WORDS["en"].of(lesson).table(f"{kind}s")
    shared = WORDS["en"].table(f"{kind}s")
    own = {e.name for many in Wiring().entries[kind].values() for e in many if e.lesson == lesson}

    assert named.keys() - shared.keys() <= own


@pytest.mark.parametrize(("kind", "there"), [("figures", FIGURES), ("claims", CLAIMS)])
def test_every_table_of_shared_words_belongs_to_something(kind, there):
    assert set(WORDS["en"].table(kind)) <= set(there)


def test_every_table_of_a_widgets_words_belongs_to_one_that_exists():
    words = WORDS["en"].table("widgets")  # those that all widgets share stand in no table

    assert {name for name, own in words.items() if isinstance(own, dict)} <= WIDGETS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["credits", "licences"])
def test_every_credit_is_of_a_data_set_that_exists(language, kind):
    assert set(WORDS[language].table(kind)) <= set(SOURCES)


@pytest.mark.parametrize(("kind", "there"), [("figure", FIGURES), ("table", TABLES)])
def test_every_figure_and_table_is_asked_for(kind, there):
    covers = {lesson.cover for lesson in read_course(DOCS)}

    never = {name for name in there if f'"{name}"' not in LESSONS} - covers

    assert not never


def test_every_claim_is_made():
    assert not {name for name in CLAIMS if f'"{name}"' not in LESSONS}


def test_every_reference_is_cited_or_recommended():
    entries = re.split(r"(?m)^@", (DOCS / "bibliography.bib").read_text(encoding="utf-8"))[1:]
    keys = {entry[entry.index("{") + 1 : entry.index(",")]: entry for entry in entries}

    uncited = {key for key in keys if not re.search(rf"@{key}\b", LESSONS)}

    assert uncited == {
        key for key, entry in keys.items() if "keywords = {further reading}" in entry
    }


def test_every_quoted_number_is_quoted():
    """The tables of layers take all of a source; every other number is asked for by its path."""
    quoted = tomllib.loads((DOCS / "quoted.toml").read_text(encoding="utf-8"))
    tables = written("cnnviz/lessons/*/tables.py")

    never = {
        f"{source}.{name}"
        for source, numbers in quoted.items()
        if f'"{source}"' not in tables
        for name in numbers
        if f'"{source}.{name}' not in LESSONS
    }

    assert not never


def test_every_style_is_worn():
    """A class may be put together from a beginning and what a script or template knows."""
    styles = written("docs/assets/*.css", "docs/assets/widgets/*.css")
    places = written("docs/templates/*", "docs/theme/**/*.*", "docs/assets/**/*.js")
    places += LESSONS + written("cnnviz/pages/**/*.py", "generators/*.py")
    places = places.replace("cv-{{ image.theme }}", "cv-light cv-dark")
    beginnings = tuple(re.findall(r"(cv-[\w-]*(?:-|__))[${]", places))

    never = {
        name
        for name in re.findall(r"\.(cv-[\w-]+)", styles)
        if not re.search(rf"{name}(?![\w-])", places) and not name.startswith(beginnings)
    }

    assert not never
