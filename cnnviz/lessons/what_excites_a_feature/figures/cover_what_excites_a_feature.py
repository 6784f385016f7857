"""The cover of the lesson on what excites a feature: patches that many channels like best."""

import numpy as np

from cnnviz.drawing.pixels import tile
from cnnviz.drawing.signed import signed_tile
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.what_excites_a_feature.results import DigitPatches

WIDTH, HEIGHT = 480, 270
ACROSS, DOWN, GAP = 3, 3, 6  # pairs of pictures, and px between pictures
SIDE = (WIDTH - GAP * (2 * ACROSS - 1)) / (2 * ACROSS)
TOP = (HEIGHT - DOWN * SIDE - (DOWN - 1) * GAP) / 2


def draw(digit_patches: DigitPatches, words: Words, paint: Palette) -> Canvas:
    """Draw a row for each of three channels: its patches, each beside what excites it there."""
    figure = canvas(height=HEIGHT, width=WIDTH)
    page = sheet(figure)
    for row, channel in enumerate(digit_patches["channels"][:DOWN]):
        top = TOP + row * (SIDE + GAP)
        for column in range(ACROSS):
            left = 2 * column * (SIDE + GAP)
            patch, carried = (np.array(channel[of][column]) for of in ("patches", "carried"))
            tile(page, patch, left, top, SIDE, paint)
            signed_tile(page, carried, left + SIDE + GAP, top, SIDE, 1.0, paint)
    return figure
