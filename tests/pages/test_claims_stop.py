"""A claim that is false stops a strict build, and the page says so otherwise."""

import pytest

from cnnviz.pages.problems import SiteError
from tests.projects import Project

CLAIM = '{{ claim("larger_blocks_hurt_cnn", "Larger blocks hurt the CNN more.") }}'


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("claims")
    project = Project(folder, folder / ".store")
    profile = folder / "profiles" / "smoke.toml"
    # Networks that were trained for no epoch at all: nothing about them is true.
    text = profile.read_text().replace("lenet5 = 3, mlp = 3", "lenet5 = 0, mlp = 0")
    profile.write_text(text.replace("repeats = 2", "repeats = 1"))
    project.write(CLAIM)
    return project


def answering(project, answer):
    profile = project.root / "profiles" / "smoke.toml"
    for old in ("report", "stop"):
        profile.write_text(profile.read_text().replace(f'claims = "{old}"', f'claims = "{answer}"'))


def test_a_false_claim_stops_with_the_lesson_and_the_numbers(project):
    answering(project, "stop")

    with pytest.raises(SiteError, match=r"tiny/pt\.md:9: claim .* does not hold: .*block_28"):
        project.generate()


def test_where_the_profile_reports_the_page_shows_that_it_failed(project):
    answering(project, "report")

    generated, written = project.generate()

    assert not generated.problems
    assert "cv-claim--failed" in written["en/lessons/tiny.md"].decode()
    assert "Did not hold in this build" in written["en/lessons/tiny.md"].decode()
