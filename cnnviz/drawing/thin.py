"""Curves with no more points than the eye can tell apart."""

import numpy as np


def thin(across: np.ndarray, down: np.ndarray, tolerance: float) -> np.ndarray:
    """Give which points a curve needs, so that none lies further off it than the tolerance.

    Both coordinates are in units of the tolerance, such as CSS pixels. Ramer 1972,
    https://doi.org/10.1016/S0146-664X(72)80017-0; Douglas & Peucker 1973.
    """
    needed = np.zeros(len(across), dtype=bool)
    needed[[0, -1]] = True
    spans = [(0, len(across) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        way = np.array([across[last] - across[first], down[last] - down[first]])
        inner = slice(first + 1, last)
        off = np.abs(
            way[0] * (down[inner] - down[first]) - way[1] * (across[inner] - across[first])
        )
        off = off / (np.hypot(*way) or 1)
        furthest = first + 1 + int(off.argmax())
        if off.max() > tolerance:
            needed[furthest] = True
            spans += [(first, furthest), (furthest, last)]
    return needed
