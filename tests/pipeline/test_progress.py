"""The time left is guessed from the steps done, kind by kind."""

import pytest

from cnnviz.pipeline.progress import Progress
from cnnviz.pipeline.step import Step

QUICK = [Step("cnnviz.choice:pick", {"n": n}) for n in range(4)]
LONG = [Step("cnnviz.training:train", {"n": n}) for n in range(4)]


def test_before_any_step_is_done_nothing_is_guessed():
    assert Progress(QUICK).time_left() is None


def test_each_step_is_expected_to_take_as_long_as_others_of_its_function():
    progress = Progress([*QUICK, *LONG], slots=2)

    progress.finished(QUICK[0], 1)
    progress.finished(LONG[0], 20)
    progress.finished(LONG[1], 30)

    assert progress.time_left() == pytest.approx((3 * 1 + 2 * 25) / 2)


def test_what_is_not_known_yet_is_expected_to_take_as_long_as_the_median_function():
    """The slow functions come first and are few: their mean would promise hours."""
    progress = Progress([*QUICK, *LONG, Step("cnnviz.show:show", {})])

    progress.finished(QUICK[0], 1)
    progress.finished(LONG[0], 100)

    assert progress.time_left() == pytest.approx(3 * 1 + 3 * 100 + 1)


def test_what_runs_counts_half():
    progress = Progress(QUICK)
    progress.finished(QUICK[0], 2)

    progress.started(QUICK[1])

    assert progress.time_left() == pytest.approx(2 * 2 + 1)


def test_a_line_says_what_is_done_left_and_running(caplog, monkeypatch):
    monkeypatch.setattr("cnnviz.pipeline.progress.EVERY", 0)
    progress = Progress(QUICK)

    with caplog.at_level("INFO", logger="mkdocs.cnnviz.build"):
        progress.finished(QUICK[0], 2)
        progress.started(QUICK[1])

    assert "1 of 4 steps, about 5 s left; now: pick" in caplog.messages[-1]
