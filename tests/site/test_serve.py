"""Live editing: what is saved is on the screen, and a mistake stops nothing."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from tests.builds import QUIET, ROOT


@pytest.fixture
def project(tmp_path):
    """A copy of the project, which a test may edit."""
    for name in ("cnnviz", "docs", "generators", "profiles"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


@pytest.fixture
def page(project, built):
    """Serve the project; gives a function that fetches a lesson."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {"CNNVIZ_STORE": str(built.store), "CNNVIZ_PROFILE": "profiles/smoke.toml"}
    log = (project / "log").open("w")
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=project,
        env={**os.environ, **QUIET, **settings, "SITE_URL": "http://127.0.0.1/"},
        stdout=log,
        stderr=log,
    )

    def fetched(path):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=30) as answer:
                return answer.read().decode()
        except OSError:
            return ""

    yield fetched
    server.terminate()
    server.wait()
    log.close()


def test_a_saved_lesson_is_shown_and_so_is_a_mistake_which_the_server_survives(project, page):
    lesson = project / "docs" / "lessons" / "noise" / "en.md"
    text = lesson.read_text()
    path = "en/lessons/noise/"
    wait_until(lambda: "</html>" in page(path))

    lesson.write_text(text + "\nA sentence just saved.\n")
    wait_until(lambda: "A sentence just saved." in page(path))

    lesson.write_text(text.replace('figure("noise_answer"', 'figure("noise_anser"'))
    wait_until(lambda: "Did you mean" in page(path))
    assert "docs/lessons/noise/en.md:" in page(path)
    assert "docs/lessons/noise/en.md:" in (project / "log").read_text()

    lesson.write_text(text)
    wait_until(lambda: "Did you mean" not in page(path))


def wait_until(happened, seconds=60):
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.2)
