"""How many of an image's nearest neighbours share its label: networks' features, and pixels."""

from typing import Any

from cnnviz.drawing.numbers import in_percent, percent
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, marker, panel, sheet

LEFT, TOP, ROW = 160, 8, 58


def draw(same_class: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a row for each network, with every run and the mean, and one for the pixels."""
    rows = [*same_class["summary"], "pixels"]
    lowest = min([row["share"] for row in same_class["runs"]] + [same_class["pixels"]])
    figure = canvas(height=TOP + ROW * len(rows) + 64)
    page = sheet(figure)
    axes = panel(figure, LEFT, TOP, WIDTH - LEFT - 20, ROW * len(rows))
    for at, name in enumerate(rows):
        colour = paint.muted if name == "pixels" else paint.network(name)
        text = words["in_pixels"] if name == "pixels" else words["in"].format(n=words[name])
        how: dict[str, Any] = {"va": "center", "linespacing": 1.1, "color": colour}
        page.text(0, TOP + (at + 0.5) * ROW, text, **how)
        shares = [row["share"] for row in same_class["runs"] if row["network"] == name]
        axes.plot(shares, [at] * len(shares), marker(name), color=colour, ms=7, alpha=0.6, mew=0)
        mean = same_class["pixels"] if name == "pixels" else same_class["summary"][name]["mean"]
        axes.plot((mean, mean), (at - 0.3, at + 0.3), color=colour, linewidth=3)
        how = {"color": colour, "weight": "bold", "va": "center_baseline", "ha": "right"}
        axes.text(mean - 0.006, at - 0.26, percent(mean, words, 1), **how)
    low = max(0.0, lowest - 0.06)
    axes.set(xlim=(low, 1.0), ylim=(len(rows) - 0.5, -0.5), yticks=[])
    axes.grid(axis="x")
    in_percent(axes.xaxis, words)
    foot = TOP + ROW * len(rows) + 46
    page.text(LEFT, foot, words["share"], color=paint.muted, va="center_baseline")
    return figure
