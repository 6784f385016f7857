"""The patches of digits that excite a channel most, and what in them does it."""

from typing import Any

import numpy as np

from cnnviz.drawing.pixels import tile
from cnnviz.drawing.signed import signed_scale, signed_tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet
from cnnviz.drawing.tiles import grid

COLUMNS = 2  # of channels
BETWEEN, GAP, NAME, FOOT = 26, 4, 26, 34


def draw(digit_patches: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw two rows for each channel: its strongest patches, and their reconstructions."""
    channels = digit_patches["channels"]
    count = len(channels[0]["patches"])
    side = ((WIDTH - BETWEEN) / COLUMNS - GAP * (count - 1)) / count
    step = NAME + 2 * side + GAP + 14
    down = -(-len(channels) // COLUMNS)
    figure = canvas(height=round(down * step + FOOT))
    page = sheet(figure)
    grids = []
    for place, channel in enumerate(channels):
        left = place % COLUMNS * (WIDTH + BETWEEN) / COLUMNS
        top = place // COLUMNS * step + NAME
        name = words["channel"].format(n=channel["channel"])
        page.text(left, top - 13, name, va="center_baseline")
        grids.append(
            grid(
                digit_patches["layer"],
                [[value] for value in channel["values"]],
                channels=[channel["channel"]] * count,
                corner=(left, top),
                side=side,
                step=(side + GAP, 0),
                columns=count,
                told="answer",
            )
        )
        pairs = zip(channel["patches"], channel["carried"], strict=True)
        for column, (patch, carried) in enumerate(pairs):
            x = left + column * (side + GAP)
            tile(page, np.array(patch), x, top, side, paint)
            signed_tile(page, np.array(carried), x, top + side + GAP, side, 1.0, paint)
    foot = down * step + 12
    how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "va": "center_baseline"}
    page.text(0, foot, words["rows"], **how)
    signed_scale(page, WIDTH - 12, foot, paint)
    figure.tiles = grids
    return figure
