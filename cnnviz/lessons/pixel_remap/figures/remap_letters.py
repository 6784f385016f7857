"""A grid of letters before and after the remap, and the ways of two of them."""

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from matplotlib.path import Path

from cnnviz.drawing.labels import say
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Look, Palette, Words, canvas, sheet
from cnnviz.lessons.pixel_remap.results import Letters

FOLLOWED = ("A00", "A12")
CELL, GUTTER = 46, 17
STEP = CELL + GUTTER
LEFT, TOP = 24, 62  # of the first cell, beside the row numbers and below the column numbers


def draw(remap_letters: Letters, words: Words, paint: Palette) -> Canvas:
    """Draw both grids, tinted by the row where a letter was, and the followed letters' ways."""
    side = remap_letters["side"]
    right = WIDTH - side * STEP + GUTTER
    followed = [name for name in FOLLOWED if name in remap_letters["goes"]]
    colours = dict(zip(followed, (paint.accent, paint.second), strict=False))
    figure = canvas(height=TOP + side * STEP)
    page = sheet(figure)
    states = (remap_letters["before"], remap_letters["after"])
    for left, name, letters in zip((LEFT, right), ("before", "after"), states, strict=True):
        say(page, left, 10, words[name])
        _grid(page, letters, side, left, colours, paint)
    for lane, (name, colour) in enumerate(colours.items()):
        turn = LEFT + side * STEP - GUTTER + 14 + 14 * lane
        start, end = (divmod(letters.index(name), side) for letters in states)
        _way(page, start, end, turn, right, colour)
    return figure


def _grid(
    page: Axes, names: list[str], side: int, left: float, colours: dict[str, str], paint: Palette
) -> None:
    tints = LinearSegmentedColormap.from_list("rows", [paint.faint, paint.muted])
    for at in range(side):
        for x, y in (
            (left + at * STEP + CELL / 2, TOP - 14),
            (left - 14, TOP + at * STEP + CELL / 2),
        ):
            say(page, x, y, str(at), paint.muted, SMALL, ha="center")
    home = sorted(names)
    for place, name in enumerate(names):
        row, column = divmod(place, side)
        x, y = left + column * STEP, TOP + row * STEP
        tint = tints(0.45 * (home.index(name) // side) / max(side - 1, 1))
        look: Look = {"facecolor": colours.get(name, tint), "edgecolor": "none"}
        page.add_patch(FancyBboxPatch((x, y), CELL, CELL, "round,pad=0,rounding_size=6", **look))
        strong: Look = {"color": paint.page, "weight": "bold"} if name in colours else {}
        say(page, x + CELL / 2, y + CELL / 2, name, ha="center", **strong)


def _way(
    page: Axes, start: tuple[int, int], end: tuple[int, int], turn: float, right: float, colour: str
) -> None:
    """Lead an arrow through the gutters, so that it crosses no letter."""
    x, y = LEFT + start[1] * STEP + CELL / 2, TOP + start[0] * STEP + CELL
    to_x, to_y = right + end[1] * STEP + CELL / 2, TOP + end[0] * STEP
    out, back = y + GUTTER / 2, to_y - GUTTER / 2
    corners = [(x, y), (x, out), (turn, out), (turn, back), (to_x, back), (to_x, to_y)]
    line: Look = {"color": colour, "linewidth": 2, "joinstyle": "round", "shrinkA": 0, "shrinkB": 0}
    page.add_patch(
        FancyArrowPatch(path=Path(corners), arrowstyle="-|>,head_length=6,head_width=4", **line)
    )
