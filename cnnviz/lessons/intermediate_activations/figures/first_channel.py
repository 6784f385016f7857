"""One channel of the first convolution: the picture, the channel before its ReLU, and after."""

from typing import Any

from matplotlib.axes import Axes

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.numbers import number, percent
from cnnviz.drawing.parking_space import LINE, told
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.signed import signed_tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet

GAP = 16
SIDE = (WIDTH - 2 * GAP) / 3
TOP = 26


def draw(first_channel: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the three side by side, each with its range of values below it."""
    reach = max(-first_channel["least"], first_channel["largest"])
    figure = canvas(height=round(TOP + SIDE + 38 + 3 * LINE), pictures="light")
    page = sheet(figure)
    photo_tile(page, opened(first_channel["image"]), 0, TOP, SIDE, SIDE)
    signed_tile(page, first_channel["before"], SIDE + GAP, TOP, SIDE, reach, paint)
    largest = max(first_channel["largest"], 0) or 1.0
    tile(page, first_channel["after"] / largest, 2 * (SIDE + GAP), TOP, SIDE, paint)
    low, high = (number(first_channel[end], words, 2) for end in ("least", "largest"))
    below = (
        "0 – 1",
        f"{low} – {high}",
        f"0 – {number(max(first_channel['largest'], 0), words, 2)}",
    )
    names = ("image", "before", "after")
    for column, (name, values) in enumerate(zip(names, below, strict=True)):
        _beside(page, column, words[name].format(n=first_channel["channel"]), values, paint)
    share = words["zeros"].format(share=percent(first_channel["zeros"], words))
    y = TOP + SIDE + 14
    page.text(WIDTH, y, share, ha="right", va="center_baseline", fontsize=SMALL)
    told(page, first_channel, 0, TOP + SIDE + 50, words, paint)
    return figure


def _beside(page: Axes, column: int, name: str, values: str, paint: Palette) -> None:
    left = column * (SIDE + GAP)
    page.text(left, 10, name, va="center_baseline")
    y = TOP + SIDE + 14
    how: dict[str, Any] = {"va": "center_baseline", "fontsize": SMALL, "color": paint.muted}
    page.text(left, y, values, **how)
