"""How the course is cited agrees with what is installed."""

import tomllib
from pathlib import Path

import pytest
import yaml

PROJECT = tomllib.loads(Path("pyproject.toml").read_text())["project"]
CITATION = yaml.safe_load(Path("CITATION.cff").read_text())


@pytest.mark.parametrize(("cited", "installed"), [("version", "version"), ("license", "license")])
def test_is_cited_as_what_is_installed(cited, installed):
    assert CITATION[cited] == PROJECT[installed]


def test_the_authors_are_those_of_the_package():
    assert CITATION["authors"] == PROJECT["authors"]


def test_the_changelog_tells_of_the_version():
    assert f"## {PROJECT['version']}" in Path("CHANGELOG.md").read_text().replace(
        "Unreleased: ", ""
    )
