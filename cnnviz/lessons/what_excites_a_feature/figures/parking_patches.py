"""The patches of parking spaces that excite channels of several layers most."""

from itertools import groupby
from typing import Any

from cnnviz.drawing.heat import opened, photo_tile, stand_in
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet
from cnnviz.drawing.tiles import grid

GAP, BETWEEN, HEAD, NAME, FOOT = 3, 16, 32, 20, 30


def draw(parking_patches: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a block for each layer and in it a column for each channel: patch, reconstruction."""
    blocks = [
        list(rows) for _, rows in groupby(parking_patches["channels"], lambda row: row["layer"])
    ]
    across, count = len(blocks[0]), len(blocks[0][0]["patches"])
    side = ((WIDTH - BETWEEN * (across - 1)) / across - GAP * (count - 1)) / count
    block = HEAD + NAME + 2 * side + GAP + 16
    foot = len(blocks) * block
    figure = canvas(height=round(foot + FOOT))
    page = sheet(figure)
    grids = []
    for at, rows in enumerate(blocks):
        top = at * block
        pixels = rows[0]["side"]
        name = words["layer"].format(layer=words[rows[0]["layer"]], n=pixels)
        page.text(0, top + 14, name, va="center_baseline", weight="bold")
        for place, row in enumerate(rows):
            left = place * (WIDTH + BETWEEN) / across
            channel = words["channel"].format(n=row["channel"])
            how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL}
            page.text(left, top + HEAD + 8, channel, va="center_baseline", **how)
            grids.append(
                grid(
                    row["layer"],
                    [[value] for value in row["values"]],
                    channels=[row["channel"]] * count,
                    corner=(left, top + HEAD + NAME),
                    side=side,
                    step=(side + GAP, 0),
                    columns=count,
                    told="answer",
                )
            )
            for column, pair in enumerate(zip(row["patches"], row["carried"], strict=True)):
                x = left + column * (side + GAP)
                for line, uri in enumerate(pair):
                    y = top + HEAD + NAME + line * (side + GAP)
                    photo_tile(page, opened(uri), x, y, side, side)
    if parking_patches["stand_in"]:
        stand_in(page, WIDTH - 8, foot + 10, words, paint)
    figure.tiles = grids
    return figure
