"""Pictures that excite filters, as tiles; a silent filter has none."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.style import Palette


def pattern_tile(
    sheet: Axes, picture: str, silent: bool, left: float, top: float, side: float, paint: Palette
) -> None:
    """Put a pattern at a place, of a size, in CSS pixels; for a silent filter an empty frame."""
    if not silent:
        photo_tile(sheet, opened(picture), left, top, side, side)
        return
    where = (left + 0.5, top + 0.5), side - 1, side - 1
    sheet.add_patch(Rectangle(*where, facecolor=paint.paper, edgecolor=paint.faint))
    dash = (left + 0.38 * side, left + 0.62 * side)
    sheet.plot(dash, [top + side / 2] * 2, color=paint.muted, linewidth=1.2)
