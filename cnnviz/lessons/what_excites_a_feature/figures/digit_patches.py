"""The patches of digits that excite a channel most, and what in them does it."""

import numpy as np

from cnnviz.drawing.labels import say
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.signed import signed_scale, signed_tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.what_excites_a_feature.pairs import pairs
from cnnviz.lessons.what_excites_a_feature.results import DigitPatches

COLUMNS = 2  # of channels
BETWEEN, GAP, NAME, FOOT = 26, 4, 26, 34


def draw(digit_patches: DigitPatches, words: Words, paint: Palette) -> Canvas:
    """Draw two rows for each channel: its strongest patches, and their reconstructions."""
    layer, channels = digit_patches["layer"], digit_patches["channels"]
    count = len(channels[0]["patches"])
    side = ((WIDTH - BETWEEN) / COLUMNS - GAP * (count - 1)) / count
    step = NAME + 2 * side + GAP + 14
    foot = -(-len(channels) // COLUMNS) * step
    figure = canvas(height=round(foot + FOOT))
    page = sheet(figure)

    def put(patch: list[list[float]], left: float, top: float, side: float) -> None:
        tile(page, np.array(patch), left, top, side, paint)

    def put_signed(carried: list[list[float]], left: float, top: float, side: float) -> None:
        signed_tile(page, np.array(carried), left, top, side, 1.0, paint)

    tiles = []
    corners = places(len(channels), COLUMNS, ((WIDTH + BETWEEN) / COLUMNS, step), (0, NAME))
    for channel, (left, top) in zip(channels, corners, strict=True):
        say(page, left, top - 13, words["channel"].format(n=channel["channel"]))
        tiles.append(pairs(channel, layer, (left, top), side, GAP, put, put_signed))
    say(page, 0, foot + 12, words["rows"], paint.muted, SMALL)
    signed_scale(page, WIDTH - 12, foot + 12, paint)
    figure.tiles = tiles
    return figure
