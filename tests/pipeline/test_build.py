"""The build makes what is missing, tells what fails, and survives being killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cnnviz.pipeline import code
from cnnviz.pipeline.build import build
from cnnviz.pipeline.report import summary
from cnnviz.pipeline.step import Step
from cnnviz.pipeline.store import Store
from tests.steps import Workshop


@pytest.fixture
def workshop(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path / "code")
    code.forget()
    yield Workshop(tmp_path / "code")
    code.forget()


@pytest.fixture
def store(tmp_path):
    return Store(str(tmp_path / "store"))


def number(value):
    return Step("workshop.work:number", {"value": value})


def failing(**arguments):
    return Step("workshop.work:failing", arguments, "the one that fails")


def test_makes_upstream_first_and_finds_it_the_second_time(workshop, store):
    total = Step("workshop.work:total", {"parts": [number(1), number(2)]})

    first = build([total], store)
    second = build([total], Store(store.url))

    assert store.load(total.key) == {"value": 3}
    assert len(first.made) == 3
    assert (len(second.made), len(second.found)) == (0, 3)


def test_an_edited_helper_remakes_what_depends_on_it_and_runs_the_new_code(workshop, store):
    def doubled():
        return Step("workshop.work:doubled", {"of": number(4)})

    build([doubled()], store)
    workshop.edit("tools.py", "2 * value", "20 * value")
    build([doubled()], store)

    assert store.load(doubled().key) == {"value": 80}


def test_what_most_others_wait_for_comes_first(workshop, store, monkeypatch):
    monkeypatch.setenv("CNNVIZ_WORKERS", "1")
    inner = Step("workshop.work:total", {"parts": [number(1)]})
    outer = Step("workshop.work:total", {"parts": [inner]})

    report = build([number(2), number(3), outer], store)

    expected = [number(1), inner, number(2), number(3), outer]
    assert list(report.made) == [step.key for step in expected]


def test_a_failing_step_keeps_only_those_that_need_it(workshop, store):
    bad = failing(reason="test")
    waiting = Step("workshop.work:total", {"parts": [bad]})

    report = build([waiting, number(5)], store)

    assert store.load(number(5).key) == {"value": 5}
    assert "this step cannot work" in report.failed[bad.key]
    assert report.skipped == {waiting.key: bad.key}
    assert "1 failed, 1 waited" in summary(report)


def test_a_failure_is_never_stored(workshop, store):
    build([failing()], store)
    again = build([failing()], Store(store.url))

    assert again.failed


def test_a_dying_worker_fails_its_step_and_no_other(workshop, store):
    dying = Step("workshop.work:dying", {})

    report = build([dying, *(number(value) for value in range(4))], store)

    assert "worker died" in report.failed[dying.key]
    assert len(report.made) == 4


def test_each_worker_computes_on_one_thread(workshop, store):
    """Five times faster on two cores than torch's default of all threads in every worker."""
    step = Step("workshop.work:threads", {})

    build([step], store)

    assert store.load(step.key) == {"value": 1}


def test_a_damaged_outcome_is_made_again(workshop, store, tmp_path):
    step = number(6)
    record = build([step], store).made[step.key]
    file = tmp_path / "store" / step.key / record.file
    file.write_bytes(file.read_bytes().replace(b"6", b"7"))

    report = build([step], Store(store.url))

    assert step.key in report.made
    assert Store(store.url).load(step.key) == {"value": 6}


KILLED = """
import sys
sys.path.insert(0, sys.argv[1])
from cnnviz.pipeline.build import build
from cnnviz.pipeline.step import Step
from cnnviz.pipeline.store import Store
if __name__ == "__main__":
    quick = [Step("workshop.work:number", {"value": value}) for value in range(3)]
    slow = Step("workshop.work:slow", {"mark": sys.argv[3], "seconds": 60})
    build([*quick, slow], Store(sys.argv[2]))
"""


def test_kill_9_loses_only_the_steps_that_were_running(workshop, store, tmp_path):
    mark = tmp_path / "mark"
    script = tmp_path / "build.py"
    script.write_text(KILLED)
    command = [sys.executable, str(script), str(tmp_path / "code"), store.url, str(mark)]
    environment = {**os.environ, "CNNVIZ_WORKERS": "1"}
    with subprocess.Popen(command, env=environment, cwd=Path.cwd()) as process:
        wait_until(mark.exists)
        worker = children(process.pid)
        process.send_signal(signal.SIGKILL)

    report = build([number(value) for value in range(3)], store)

    assert (len(report.found), len(report.made)) == (3, 0)
    assert worker, "there was no worker to watch"
    wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in worker))


def test_two_builds_at_once_on_one_store_are_safe(workshop, store, tmp_path):
    script = tmp_path / "build.py"
    script.write_text(KILLED.replace('"seconds": 60', '"seconds": 0.2'))
    command = [sys.executable, str(script), str(tmp_path / "code"), store.url, str(tmp_path / "m")]
    builds = [subprocess.Popen(command, cwd=Path.cwd()) for _ in range(2)]

    assert [process.wait(timeout=60) for process in builds] == [0, 0]
    assert not build([number(value) for value in range(3)], Store(store.url)).made


def wait_until(happened, seconds=30):
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.05)


def children(pid):
    task = Path(f"/proc/{pid}/task")
    if not task.exists():
        pytest.skip("this machine has no /proc to find worker processes in")
    return [int(child) for file in task.glob("*/children") for child in file.read_text().split()]
