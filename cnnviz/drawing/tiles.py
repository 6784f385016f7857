"""What each tile of a drawing shows, noted in the drawing itself, so that a page can tell it.

A grid of tiles is noted by the code that draws it: its layer, where its first tile lies, the way
to the next one, and for each tile its channel and values. The page asks for it where a reader
opens the figure large.
"""

from collections.abc import Iterator, Sequence
from typing import Any

OPEN, CLOSE = '<metadata id="tiles">', "</metadata>"
DIGITS = 3  # significant ones of a value

Values = Sequence[float] | None  # of one tile; None for one that stays blank


def places(
    count: int, columns: int, step: tuple[float, float], corner: tuple[float, float] = (0, 0)
) -> Iterator[tuple[float, float]]:
    """Give where so many tiles lie, row by row: each one's left and top, in CSS pixels."""
    for at in range(count):
        down, across = divmod(at, columns)
        yield corner[0] + across * step[0], corner[1] + down * step[1]


def grid(
    name: str,
    values: Sequence[Values],
    *,
    corner: tuple[float, float],
    side: float,
    step: tuple[float, float],
    columns: int,
    channels: Sequence[int] | None = None,
    told: str = "range",
) -> dict[str, Any]:
    """Note a grid of square tiles, in CSS pixels from the top left.

    `told` says what the values of a tile are: its `range`, least and largest; the `rise` of an
    activation, before and after; or one `answer`. The channels count from 0 where none are given.
    """
    return {
        "name": name,
        "corner": [round(at, 1) for at in corner],
        "side": round(side, 1),
        "step": [round(way, 3) for way in step],
        "columns": columns,
        "channels": list(range(len(values)) if channels is None else channels),
        "told": told,
        "values": [None if one is None else [_short(value) for value in one] for one in values],
    }


def _short(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")
