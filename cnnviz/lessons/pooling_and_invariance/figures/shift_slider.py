"""A digit at several places, and what both networks give to its class at each."""

import numpy as np

from cnnviz.drawing.bands import amounts_below
from cnnviz.drawing.labels import headings, write
from cnnviz.drawing.numbers import shares
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import Canvas, Look, Palette, Words, canvas, marker, panel, sheet
from cnnviz.lessons.pooling_and_invariance.results import Slider

LEFT, ACROSS, TILE = 66, 456, 54
STRIP, CHART, DOWN = 34, 158, 170  # from the top; and the chart's height


def draw(shift_slider: Slider, words: Words, paint: Palette) -> Canvas:
    """Draw the first digit under every other shift, and below it the probability of its class."""
    digit = shift_slider["digits"][0]
    amounts, side = digit["amounts"], len(digit["image"])
    far = amounts[-1]  # to either side
    wide = np.pad(digit["image"], ((0, 0), (far, far)))
    figure = canvas(height=CHART + DOWN + 60)
    page = sheet(figure)
    headings(page, LEFT, digit["networks"], words, paint)
    for amount in amounts[::2]:
        left = LEFT + ACROSS * (amount + far) / (2 * far) - TILE / 2
        tile(page, wide[:, far - amount : far - amount + side], left, STRIP, TILE, paint)
    text = words["probability"].format(digit["label"])
    write(figure, 0, CHART - 30, text, color=paint.muted)
    axes = panel(figure, LEFT, CHART, ACROSS, DOWN)
    for network, answers in digit["networks"].items():
        own = [probabilities[digit["label"]] for probabilities in answers]
        look: Look = {"color": paint.network(network), "linewidth": 2.5, "ms": 7}
        axes.plot(amounts, own, f"-{marker(network)}", clip_on=False, **look)
    shares(axes, words, across=False)
    axes.set_xlim(-far, far)
    amounts_below(axes, amounts[::2], words["shift"], words)
    return figure
