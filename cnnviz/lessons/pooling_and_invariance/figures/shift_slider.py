"""A digit at several places, and what both networks give to its class at each."""

from typing import Any

import numpy as np

from cnnviz.drawing.labels import heading, write
from cnnviz.drawing.numbers import in_numbers, in_percent
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import Canvas, Palette, canvas, marker, panel, sheet

LEFT, ACROSS, TILE = 66, 456, 54
STRIP, CHART, DOWN = 34, 158, 170  # from the top; and the chart's height


def draw(shift_slider: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the first digit under every other shift, and below it the probability of its class."""
    digit = shift_slider["digits"][0]
    amounts = digit["amounts"]
    image = np.array(digit["image"])
    figure = canvas(height=CHART + DOWN + 60)
    page = sheet(figure)
    for place, network in enumerate(digit["networks"]):
        heading(page, LEFT + 84 * place, 12, network, words, paint)
    reach = amounts[-1] - amounts[0]
    for amount in amounts[::2]:
        middle = LEFT + ACROSS * (amount - amounts[0]) / reach
        tile(page, _shifted(image, amount), middle - TILE / 2, STRIP, TILE, paint)
    text = words["probability"].format(digit["label"])
    write(figure, 0, CHART - 30, text, color=paint.muted)
    axes = panel(figure, LEFT, CHART, ACROSS, DOWN)
    for network, rows in digit["networks"].items():
        own = [row[digit["label"]] for row in rows]
        look: dict[str, Any] = {"color": paint.network(network), "clip_on": False}
        axes.plot(amounts, own, f"-{marker(network)}", linewidth=2.5, ms=7, **look)
    axes.set(xlim=(amounts[0], amounts[-1]), ylim=(0, 1), yticks=[0, 0.5, 1])
    axes.set_xticks(amounts[::2])
    in_percent(axes.yaxis, words)
    in_numbers(axes.xaxis, words, 0)
    axes.grid(axis="y")
    axes.set_xlabel(words["shift"], labelpad=8)
    return figure


def _shifted(image: np.ndarray, amount: int) -> np.ndarray:
    moved = np.zeros_like(image)
    side = image.shape[1]
    moved[:, max(amount, 0) : side + min(amount, 0)] = image[
        :, max(-amount, 0) : side + min(-amount, 0)
    ]
    return moved
