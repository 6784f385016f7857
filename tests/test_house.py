"""The house is as CONTRIBUTING.md says: each room has its tests, and each lesson all its parts."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builds import ROOT
from tests.course import LESSONS

ROOMS = sorted(file.parent.name for file in (ROOT / "cnnviz").glob("*/__init__.py"))
MOST_LINES = 100  # of CONTRIBUTING.md


def said(*command):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout


def ruff(*arguments):
    return said(sys.executable, "-m", "ruff", "check", *arguments)


@pytest.fixture(scope="module")
def tracked():
    """The project's Python files, where its history is at hand."""
    if not ((ROOT / ".git").exists() and shutil.which("git")):
        pytest.skip("this copy of the project has no history")
    files = map(Path, said("git", "ls-files", "*.py").splitlines())
    return {file for file in files if (ROOT / file).exists()}


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_its_tests(room):
    assert list((ROOT / "tests" / room).glob("test_*.py"))


def test_every_folder_of_tests_mirrors_a_room_or_looks_at_the_site():
    folders = {file.parent.name for file in (ROOT / "tests").glob("*/test_*.py")}

    assert folders == {*ROOMS, "site", "browser"}


def test_the_linter_sees_every_python_file(tracked):
    seen = {Path(line).relative_to(ROOT) for line in ruff("--show-files").splitlines()}

    assert not tracked - seen
    assert {file.parts[0] for file in tracked} == {"cnnviz", "generators", "tests"}


def test_no_function_has_more_than_40_statements():
    """Not even one for which somebody suppressed the rule."""
    found = json.loads(ruff("--select", "PLR0915", "--ignore-noqa", "--output-format", "json"))

    assert not [f"{wrong['filename']}:{wrong['location']['row']}" for wrong in found]


def test_how_to_contribute_is_read_in_a_few_minutes():
    lines = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()

    assert len(lines) <= MOST_LINES


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_is_written_in_three_languages_with_its_words(lesson):
    written = {file.name for file in (ROOT / "docs" / "lessons" / lesson).iterdir()}

    assert {"pt.md", "es.md", "en.md", "words.toml"} <= written


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_has_a_plan_its_claims_and_its_figures(lesson):
    home = ROOT / "cnnviz" / "lessons" / lesson.replace("-", "_")

    assert {"plan.py", "claims.py", "figures"} <= {file.name for file in home.iterdir()}


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_has_its_tests_and_cases_for_its_claims(lesson):
    tests = ROOT / "tests" / "lessons" / lesson.replace("-", "_")

    assert list(tests.glob("test_*.py"))
    assert (tests / "claims.py").is_file()


def test_only_what_looks_at_a_browser_is_tried_a_second_time(request):
    items = request.session.items

    again = {item for item in items if item.get_closest_marker("flaky")}

    assert again == {item for item in items if item.get_closest_marker("browser")}
