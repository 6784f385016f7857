"""Means over repeats, always with their number, deviation and 95 % interval."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.special import stdtrit

from cnnviz.results import Summary


def summary(values: Sequence[float]) -> Summary:
    """Summarise repeats: n, mean, std (of the sample), and the mean's 95 % interval low to high.

    The interval is Student's, mean ± t · std / √n with n − 1 degrees of freedom. One repeat
    has no deviation: its interval is the value itself, and `n` says so.
    """
    array = np.asarray(values, dtype=float)
    if array.size == 0:
        raise ValueError("a summary needs at least one repeat")
    mean = float(array.mean())
    std = float(array.std(ddof=1)) if array.size > 1 else 0.0
    half = float(stdtrit(array.size - 1, 0.975)) * std / array.size**0.5 if array.size > 1 else 0.0
    return {"n": array.size, "mean": mean, "std": std, "low": mean - half, "high": mean + half}


def summaries(rows: Sequence[Mapping[str, Any]], value: str, *by: str) -> dict[str, Any]:
    """Summarise a value of rows for each group, nested by the columns that tell groups apart.

        summaries(rows, "accuracy", "network", "block")["lenet5"]["7"]  # a Summary

    Groups are named by their texts, in the order in which they first appear.
    """
    column, *deeper = by
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        groups.setdefault(f"{row[column]}", []).append(row)
    if deeper:
        return {name: summaries(some, value, *deeper) for name, some in groups.items()}
    return {name: summary([row[value] for row in some]) for name, some in groups.items()}


def summaries_of(
    values: Sequence[str], rows: Sequence[Mapping[str, Any]], *by: str
) -> dict[str, Any]:
    """Summarise several values of rows for each group, nested as above and at last by value.

    summaries_of(("before", "after"), rows, "network")["mlp"]["after"]  # a Summary
    """
    each = [{**row, "of": value, "value": row[value]} for row in rows for value in values]
    return summaries(each, "value", *by, "of")
