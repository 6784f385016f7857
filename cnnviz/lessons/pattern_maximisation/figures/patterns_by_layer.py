"""How fine the patterns of each layer are: each filter a dot, the means as lines."""

from typing import Any

from matplotlib.axes import Axes

from cnnviz.drawing.heat import stand_in
from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, panel, sheet

KINDS = ("relu", "pool")
BESIDE = 0.13  # before pooling to the left of a layer's place, after it to the right
SPREAD = 0.08  # of the dots, so that they do not cover each other


def draw(patterns_by_layer: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw every filter that is not silent, by convolution, before and after pooling."""
    depths = len(patterns_by_layer["layers"]) // len(KINDS)
    figure = canvas(height=440)
    write(figure, 0, 12, words["frequency"], color=paint.muted)
    axes = panel(figure, 50, 62, 500, 290)
    axes.set(xlim=(-0.5, depths - 0.5))
    for side, kind in enumerate(KINDS):
        _drawn(axes, patterns_by_layer, kind, side, paint)
    axes.axhline(
        patterns_by_layer["start"], color=paint.muted, linestyle=(0, (4, 4)), linewidth=1.2
    )
    how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL, "ha": "right"}
    axes.text(depths - 0.5, patterns_by_layer["start"] + 0.004, words["start"], va="bottom", **how)
    names = [words["convolution"].format(n=depth + 1) for depth in range(depths)]
    axes.set_xticks(range(depths), names)
    in_numbers(axes.yaxis, words, 2)
    axes.grid(axis="y")
    page = sheet(figure)
    _key(page, words, paint)
    if patterns_by_layer["stand_in"]:
        stand_in(page, WIDTH - 4, 414, words, paint)
    return figure


def _drawn(axes: Axes, result: dict[str, Any], kind: str, side: int, paint: Palette) -> None:
    places, means = [], []
    layers = [layer for layer in result["layers"] if layer.startswith(kind)]
    for depth, layer in enumerate(layers):
        middle = depth + BESIDE * (2 * side - 1)
        of_layer = [row for row in result["runs"] if row["layer"] == layer and not row["silent"]]
        if not of_layer:
            continue
        room = max(len(of_layer) - 1, 1)
        x = [middle + SPREAD * (2 * at / room - 1) for at in range(len(of_layer))]
        y = [row["frequency"] for row in of_layer]
        axes.plot(x, y, _shape(side), alpha=0.55, **_look(side, 5.5, paint))
        places.append(middle)
        means.append(result["summary"][layer]["frequency"]["mean"])
    axes.plot(places, means, color=_colour(side, paint), linewidth=2.5, zorder=3)
    axes.plot(places, means, _shape(side), zorder=4, **_look(side, 11, paint))


def _key(page: Axes, words: dict[str, str], paint: Palette) -> None:
    left = 56
    for side, kind in enumerate(KINDS):
        page.plot(left, 39, _shape(side), **_look(side, 10, paint))
        text = page.text(
            left + 12, 37, words[kind], color=_colour(side, paint), va="center_baseline"
        )
        left += 12 + len(text.get_text()) * 8 + 36


def _shape(side: int) -> str:
    return "D" if side else "o"


def _colour(side: int, paint: Palette) -> str:
    return paint.second if side else paint.cnn


def _look(side: int, size: float, paint: Palette) -> dict[str, Any]:
    return {"color": _colour(side, paint), "ms": size * (0.85 if side else 1), "mew": 0}
