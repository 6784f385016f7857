"""The first filters of digit networks: a row for each run of the CNN, and one of an MLP's units."""

from typing import Any

from cnnviz.drawing.labels import heading, say
from cnnviz.drawing.signed import signed_key, signed_tiles
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import grid, places
from cnnviz.lessons.learned_filters.results import DigitKernels

NAME, GAP, HEAD, KEY = 76, 8, 30, 34


def draw(digit_kernels: DigitKernels, words: Words, paint: Palette) -> Canvas:
    """Draw the CNN's kernels on one scale for all, and the MLP's units on another."""
    kernels = digit_kernels["kernels"]
    runs, columns = kernels.shape[:2]
    side = (WIDTH - NAME - GAP * (columns - 1)) / columns
    step = side + GAP
    seeds = [words["seed"].format(n=seed) for seed in digit_kernels["seeds"]]
    units = digit_kernels["units"][None, :columns]
    figure = canvas(height=round(2 * (HEAD + KEY) + (runs + 1) * step))
    page = sheet(figure)
    top = 0.0
    grids = []
    for network, rows, names in (("lenet5", kernels, seeds), ("mlp", units, [""])):
        heading(page, 0, top + 10, network, words, paint)
        top += HEAD
        reach = float(abs(rows).max())
        for weights, name in zip(rows, names, strict=True):
            corner, title = (NAME, top), f"{words[network]}, {name}" if name else words[network]
            say(page, 0, top + side / 2, name, paint.muted, SMALL)
            corners = places(len(weights), columns, (step, step), corner)
            signed_tiles(page, weights, corners, side, paint, reach)
            values = [(one.min(), one.max()) for one in weights]
            place: dict[str, Any] = {"corner": corner, "side": side, "step": (step, step)}
            grids.append(grid(title, values, columns=columns, **place))
            top += step
        signed_key(page, NAME - 4, top + 8, reach, words, paint)
        top += KEY
    figure.tiles = grids
    return figure
