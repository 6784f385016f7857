"""A lesson is begun with one command, and builds as it is."""

import os
import shutil
import subprocess
import sys

import pytest

from cnnviz.choice import Slip
from cnnviz.pages.new_lesson import write_lesson
from tests.projects import ROOT

FOLDERS = (
    "cnnviz",
    "profiles",
    "docs/glossary",
    "docs/templates",
    "docs/words",
    "docs/lessons/_new-lesson",
    "tests/lessons/_new_lesson",
    *(f"docs/pages/{page}" for page in ("about", "glossary", "bibliography")),
)
FILES = ("docs/bibliography.bib", "docs/quoted.toml")


@pytest.fixture
def project(tmp_path):
    """A copy of the project, without its lessons."""
    ignored = shutil.ignore_patterns("__pycache__")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    for name in FILES:
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


def run(project, *arguments, store=".store"):
    environment = {
        **os.environ,
        "PYTHONPATH": str(project),
        "CNNVIZ_PROFILE": "profiles/smoke.toml",
    }
    if store:
        environment["CNNVIZ_STORE"] = str(store)
    command = [sys.executable, "-m", "cnnviz", *arguments]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )


def test_a_copied_lesson_builds(project, kept):
    said = run(project, "new", "lesson", "my-lesson").stdout
    line = said.strip().splitlines()[-1]
    (project / "docs" / "course.toml").write_text(
        f'[[parts]]\nname = "odd"\nlessons = [\n{line}\n]\n', encoding="utf-8"
    )

    done = run(project, "generate", "out", store=kept)

    assert done.returncode == 0, done.stderr
    page = (project / "out" / "es" / "lessons" / "my-lesson.md").read_text(encoding="utf-8")
    assert "Borrador" in page
    assert "/figures/ink.es.light." in page
    assert "El 1 necesita menos tinta" in page


def test_two_lessons_may_use_the_same_names(project, kept):
    lines = [
        run(project, "new", "lesson", name).stdout.strip().splitlines()[-1]
        for name in ("my-lesson", "another")
    ]
    text = '[[parts]]\nname = "odd"\nlessons = [\n{}\n]\n'.format("\n".join(lines))
    (project / "docs" / "course.toml").write_text(text, encoding="utf-8")

    done = run(project, "generate", "out", store=kept)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["My lesson", "my_lesson", "2nd", "../up", ""])
def test_what_is_no_name_is_refused_with_what_is_one(tmp_path, name):
    with pytest.raises(Slip, match="small letters, digits and hyphens, as in my-lesson"):
        write_lesson(tmp_path, name)


def test_a_name_that_is_taken_is_told_with_its_folders(project):
    write_lesson(project, "my-lesson")

    with pytest.raises(Slip, match="docs/lessons/my-lesson, cnnviz/lessons/my_lesson"):
        write_lesson(project, "my-lesson")


def test_every_file_of_the_copy_has_the_new_name(project):
    for file in write_lesson(project, "my-lesson"):
        assert "_new" not in file.read_text(encoding="utf-8"), file
