"""How fine the patterns of each layer are: each filter a dot, the means as lines."""

from matplotlib.axes import Axes

from cnnviz.drawing.labels import say, write
from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.style import SMALL, Canvas, Look, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.pattern_maximisation.results import ByLayer
from cnnviz.results import where

KINDS = {"relu": "o", "pool": "D"}  # and their shapes
BESIDE = 0.13  # before pooling to the left of a layer's place, after it to the right
SPREAD = 0.08  # of the dots, so that they do not cover each other


def draw(patterns_by_layer: ByLayer, words: Words, paint: Palette) -> Canvas:
    """Draw every filter that is not silent, by convolution, before and after pooling."""
    depths = len(patterns_by_layer["layers"]) // len(KINDS)
    figure = canvas(height=384)
    write(figure, 0, 12, words["frequency"], color=paint.muted)
    axes = panel(figure, 50, 62, 500, 290)
    axes.set(xlim=(-0.5, depths - 0.5))
    page, left = sheet(figure), 56
    for kind, shape in KINDS.items():
        _patterns(axes, patterns_by_layer, kind, paint)
        page.plot(left, 39, shape, **_look(kind, 10, paint))
        say(page, left + 12, 37, words[kind], _colour(kind, paint))
        left += 12 + len(words[kind]) * 8 + 36
    start = patterns_by_layer["start"]
    axes.axhline(start, color=paint.muted, linestyle=(0, (4, 4)), linewidth=1.2)
    how: Look = {"ha": "right", "va": "bottom"}
    say(axes, depths - 0.5, start + 0.004, words["start"], paint.muted, SMALL, **how)
    names = [words["convolution"].format(n=depth + 1) for depth in range(depths)]
    axes.set_xticks(range(depths), names)
    in_numbers(axes.yaxis, words, 2)
    axes.grid(axis="y")
    return figure


def _patterns(axes: Axes, result: ByLayer, kind: str, paint: Palette) -> None:
    places, means = [], []
    for depth in range(len(result["layers"]) // len(KINDS)):
        layer, middle = f"{kind}{depth + 1}", depth + BESIDE * (1 if kind == "pool" else -1)
        awake = where(result["runs"], layer=layer, silent=False)
        if not awake:
            continue
        room = max(len(awake) - 1, 1)
        x = [middle + SPREAD * (2 * at / room - 1) for at in range(len(awake))]
        y = [row["frequency"] for row in awake]
        axes.plot(x, y, KINDS[kind], alpha=0.55, **_look(kind, 5.5, paint))
        places.append(middle)
        means.append(result["summary"][layer]["frequency"]["mean"])
    axes.plot(places, means, color=_colour(kind, paint), linewidth=2.5, zorder=3)
    axes.plot(places, means, KINDS[kind], zorder=4, **_look(kind, 11, paint))


def _colour(kind: str, paint: Palette) -> str:
    return paint.second if kind == "pool" else paint.cnn


def _look(kind: str, size: float, paint: Palette) -> Look:
    diamonds = 0.85 if kind == "pool" else 1  # that they look as large as the dots
    return {"color": _colour(kind, paint), "ms": size * diamonds, "mew": 0}
