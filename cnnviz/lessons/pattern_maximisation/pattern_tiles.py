"""Pictures that excite filters, as tiles; a silent filter has none."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.style import WIDTH, Look, Palette
from cnnviz.drawing.tiles import grid, places
from cnnviz.lessons.pattern_maximisation.results import Ascent, Pattern

Shown = Ascent[Pattern]
Place = tuple[float, float]


def pattern_tile(
    page: Axes, picture: str, silent: bool, place: Place, side: float, paint: Palette
) -> None:
    """Put a pattern at a place, of a size, in CSS pixels; for a silent filter an empty frame."""
    left, top = place
    if not silent:
        photo_tile(page, opened(picture), left, top, side, side)
        return
    where = (left + 0.5, top + 0.5), side - 1, side - 1
    page.add_patch(Rectangle(*where, facecolor=paint.paper, edgecolor=paint.faint))
    dash = (left + 0.38 * side, left + 0.62 * side)
    page.plot(dash, [top + side / 2] * 2, color=paint.muted, linewidth=1.2)


def pattern_rows(
    page: Axes, name: str, patterns: Shown, columns: int, gap: float, corner: Place, paint: Palette
) -> dict[str, Any]:
    """Put patterns in rows that end at the right, and note how far each filter rose."""
    side = pattern_side(columns, gap, corner[0])
    runs, step = patterns["runs"], (side + gap, side + gap)
    tiles = zip(places(len(runs), columns, step, corner), runs, patterns["pictures"], strict=True)
    for place, row, picture in tiles:
        pattern_tile(page, picture, row["silent"], place, side, paint)
    rises = [None if row["silent"] else (row["start"], row["end"]) for row in runs]
    look: Look = {"corner": corner, "side": side, "step": step, "columns": columns}
    return grid(name, rises, channels=[row["unit"] for row in runs], told="rise", **look)


def pattern_side(columns: int, gap: float, left: float = 0) -> float:
    """Give the side of so many tiles in a row that ends at the right."""
    return (WIDTH - left - gap * (columns - 1)) / columns
