"""Means over repeats come with their number, their deviation and their interval."""

import numpy as np
import pytest
from scipy import stats

from cnnviz.lessons.shared.repeats import summaries_of, summary

REPEATS = ([0.91, 0.94, 0.90, 0.95, 0.93], [0.1, 0.4], [-3.0, 2.0, 7.0])


@pytest.mark.parametrize("values", REPEATS)
def test_the_interval_is_the_students_interval_of_scipy(values):
    result = summary(values)

    low, high = stats.t.interval(0.95, len(values) - 1, np.mean(values), stats.sem(values))
    assert (result["low"], result["high"]) == pytest.approx((low, high))


@pytest.mark.parametrize("values", REPEATS)
def test_n_mean_and_sample_deviation_are_numpys(values):
    result = summary(values)

    expected = (len(values), np.mean(values), np.std(values, ddof=1))
    assert (result["n"], result["mean"], result["std"]) == pytest.approx(expected)


def test_two_repeats_by_hand():
    """t at 97.5 % with one degree of freedom is 12.706; std/√n of 0 and 2 is 1."""
    result = summary([0, 2])

    assert result["high"] - result["mean"] == pytest.approx(12.706, abs=1e-3)


def test_one_repeat_is_its_own_interval_and_says_that_it_is_one():
    assert summary([0.7]) == {"n": 1, "mean": 0.7, "std": 0, "low": 0.7, "high": 0.7}


def test_equal_repeats_have_no_width():
    result = summary([0.5, 0.5, 0.5])

    assert (result["low"], result["high"], result["std"]) == (0.5, 0.5, 0)


def test_no_repeats_are_refused():
    with pytest.raises(ValueError, match="at least one repeat"):
        summary([])


def test_several_values_are_summarised_for_each_group():
    rows = [
        {"network": "mlp", "before": 0.9, "after": 0.2},
        {"network": "lenet5", "before": 0.8, "after": 0.4},
        {"network": "mlp", "before": 0.7, "after": 0.1},
    ]

    result = summaries_of(("before", "after"), rows, "network")

    assert list(result) == ["mlp", "lenet5"]
    assert result["mlp"] == {"before": summary([0.9, 0.7]), "after": summary([0.2, 0.1])}
