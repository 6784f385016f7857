"""The first filters of digit networks: a row for each run of the CNN, and one of an MLP's units."""

from typing import Any

import numpy as np

from cnnviz.drawing.labels import heading
from cnnviz.drawing.signed import signed_key, signed_tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, sheet
from cnnviz.drawing.tiles import grid

NAME, GAP, HEAD, KEY = 76, 8, 30, 34


def draw(digit_kernels: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the CNN's kernels on one scale for all, and the MLP's units on another."""
    kernels, units = digit_kernels["kernels"], digit_kernels["units"]
    columns = kernels.shape[1]
    side = (WIDTH - NAME - GAP * (columns - 1)) / columns
    step = side + GAP
    cnn = HEAD + len(kernels) * step + KEY
    figure = canvas(height=round(cnn + HEAD + step + KEY))
    page = sheet(figure)
    small: dict[str, Any] = {"va": "center_baseline", "fontsize": SMALL, "color": paint.muted}
    heading(page, 0, 10, "lenet5", words, paint)
    for row, run in enumerate(kernels):
        top = HEAD + row * step
        name = words["seed"].format(n=digit_kernels["seeds"][row])
        page.text(0, top + side / 2, name, **small)
        for column, kernel in enumerate(run):
            corner = NAME + column * step, top
            signed_tile(page, kernel, *corner, side, float(np.abs(kernels).max()), paint)
    reach = float(np.abs(kernels).max())
    signed_key(page, NAME - 4, cnn - KEY + 8, reach, words, paint)
    heading(page, 0, cnn + 10, "mlp", words, paint)
    reach = float(np.abs(units).max())
    for column, unit in enumerate(units[:columns]):
        signed_tile(page, unit, NAME + column * step, cnn + HEAD, side, reach, paint)
    signed_key(page, NAME - 4, cnn + HEAD + step + 8, reach, words, paint)
    figure.tiles = _told(digit_kernels, words, side, cnn + HEAD)
    return figure


def _told(
    result: dict[str, Any], words: dict[str, str], side: float, last: float
) -> list[dict[str, Any]]:
    columns = result["kernels"].shape[1]
    names = [f"{words['lenet5']}, {words['seed'].format(n=seed)}" for seed in result["seeds"]]
    rows = [*zip(names, result["kernels"], strict=True), (words["mlp"], result["units"][:columns])]
    return [
        grid(
            name,
            [(weights.min(), weights.max()) for weights in shown],
            corner=(NAME, HEAD + row * (side + GAP) if row < len(names) else last),
            side=side,
            step=(side + GAP, side + GAP),
            columns=columns,
        )
        for row, (name, shown) in enumerate(rows)
    ]
