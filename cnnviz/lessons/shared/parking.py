"""Parking spaces, drawn or photographed, split by day for every experiment alike."""

from typing import Any

import numpy as np

from cnnviz.data.parking import drawn_parking
from cnnviz.data.pklot import pklot
from cnnviz.data.spaces import Spaces, split_by_day

SEED = 0  # of the drawing and of the split: the data are the same for every experiment
TEST_SHARE = 0.2


def drawn(count: int, size: int) -> dict[str, Any]:
    """Draw parking spaces and split them by day: 0 is empty, 1 is occupied."""
    return _split(drawn_parking(count, seed=SEED, size=size))


def photographed(count: int, size: int, folders: str) -> dict[str, Any]:
    """Read so many of PKLot's patches, spread evenly, and split them by day.

    The digest of its folders is an argument so that other files are another step.
    """
    del folders
    return _split(pklot(size=size, limit=count))


def _split(spaces: Spaces) -> dict[str, Any]:
    parts = dict(zip(("train", "test"), split_by_day(spaces, TEST_SHARE, SEED), strict=True))
    arrays: dict[str, Any] = {}
    for part, some in parts.items():
        order = np.random.default_rng(SEED).permutation(len(some))
        arrays[f"{part}_images"] = some.images[order]
        arrays[f"{part}_labels"] = some.occupied[order]
        arrays[f"{part}_weather"] = [some.weather[place] for place in order]
        arrays[f"{part}_dates"] = sorted(set(some.date))
    return arrays
