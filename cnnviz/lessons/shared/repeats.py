"""Means over repeats, always with their number, deviation and 95 % interval."""

from collections.abc import Sequence

import numpy as np
from scipy.special import stdtrit


def summary(values: Sequence[float]) -> dict[str, float]:
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
