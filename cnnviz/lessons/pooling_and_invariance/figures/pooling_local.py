"""How much feature maps change under small shifts, before and after pooling."""

from typing import Any

from matplotlib.axes import Axes

from cnnviz.drawing.bands import band
from cnnviz.drawing.labels import apart, write
from cnnviz.drawing.numbers import in_percent
from cnnviz.drawing.style import Canvas, Palette, canvas, panel

LABEL = 20  # px that a label needs


def draw(pooling_local: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the change over the shift: every run a dot, the means as lines."""
    looks = {
        "none": ("D", paint.ink),
        "max": ("o", paint.accent),
        "average": ("^", paint.second),
    }
    figure = canvas(height=380)
    write(figure, 0, 10, words["change"], color=paint.muted)
    axes = panel(figure, 54, 34, 380, 270)
    for kind, (shape, colour) in looks.items():
        mine = [row for row in pooling_local["runs"] if row["kind"] == kind]
        means = {float(shift): each for shift, each in pooling_local["summary"][kind].items()}
        band(axes, [(r["shift"], r["change"]) for r in mine], means, shape, colour, 5.5)
    highest = max(row["change"] for row in pooling_local["runs"])
    axes.set(ylim=(0, 1.06 * highest), xlim=(-0.1, max(means) + 0.1))
    axes.set_xticks(sorted(means), [f"{shift:g}" for shift in sorted(means)])
    in_percent(axes.yaxis, words)
    axes.grid(axis="y")
    axes.set_xlabel(words["shift"], labelpad=8)
    _labels(
        axes, pooling_local, {kind: colour for kind, (_, colour) in looks.items()}, words, paint
    )
    return figure


def _labels(axes: Axes, result: dict, looks: dict, words: dict, paint: Palette) -> None:
    last = max(result["summary"]["none"], key=int)
    ends = [result["summary"][kind][last]["mean"] for kind in looks]
    low, high = axes.get_ylim()
    places = apart(ends, LABEL * (high - low) / axes.bbox.height)
    for (kind, colour), y in zip(looks.items(), places, strict=True):
        how: dict[str, Any] = {"color": colour, "weight": "bold", "va": "center_baseline"}
        axes.text(axes.get_xlim()[1] + 0.06, y, words[kind], **how)
