"""Accuracy on ImageNet against operations, a circle for each network."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, NullLocator

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, panel, sheet

LEFT, TOP, TALL, FOOT = 50, 34, 380, 112
LARGEST = 26  # px, the radius of the network with most parameters
LEGEND = (5, 50, 150)  # millions of parameters
# Where the label of a network stands: px from its circle's middle, and its alignment.
LABELS: dict[str, tuple[float, float, str]] = {
    "AlexNet": (-22, 0, "right"),
    "VGG-16": (4, -38, "center"),
    "ResNet-18": (0, -16, "center"),
    "ResNet-50": (12, -13, "left"),
    "MobileNetV3-Small": (-6, 14, "left"),
    "MobileNetV3-Large": (4, 14, "right"),
    "SqueezeNet 1.1": (0, 14, "center"),
    "EfficientNet-B0": (2, 14, "right"),
    "EfficientNetV2-L": (20, 30, "right"),
}
LESSON = ("AlexNet", "VGG-16", "ResNet-18", "MobileNetV3-Small")  # whose layers were shown before


def draw(accuracy_chart: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw every network, large circles first, and name the ones that are talked about."""
    networks = sorted(accuracy_chart["networks"], key=lambda row: -row["parameters"])
    most = networks[0]["parameters"]
    figure = canvas(height=TOP + TALL + FOOT)
    write(figure, 0, 10, words["top1"], color=paint.muted)
    axes = panel(figure, LEFT, TOP, WIDTH - LEFT - 12, TALL)
    _frame(axes, networks, words)
    for row in networks:
        shown = row["name"] in LESSON
        axes.plot(
            row["operations"],
            row["top1"] / 100,
            "o",
            color=paint.cnn if shown else paint.muted,
            ms=2 * _radius(row["parameters"], most),
            alpha=0.7 if shown else 0.28,
            mec=paint.page,
            mew=0.8,
        )
    _names(axes, networks, paint)
    below: dict[str, Any] = {"color": paint.muted, "ha": "center"}
    write(figure, WIDTH / 2 + 20, TOP + TALL + 46, words["operations"], **below)
    _sizes(sheet(figure), TOP + TALL + 84, most, words, paint)
    return figure


def _frame(axes: Axes, networks: list[dict[str, Any]], words: dict[str, str]) -> None:
    axes.set_xscale("log")
    costs = [row["operations"] for row in networks]
    axes.set(xlim=(min(costs) * 0.6, max(costs) * 1.9), ylim=(0.54, 0.89))
    axes.xaxis.set_major_locator(FixedLocator((0.1, 1, 10)))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(lambda cost, _: f"{cost:g}".replace(".", words["decimal"]))
    axes.yaxis.set_major_formatter(lambda share, _: percent(share, words))
    axes.grid()


def _names(axes: Axes, networks: list[dict[str, Any]], paint: Palette) -> None:
    for row in networks:
        if row["name"] in LABELS:
            across, up, align = LABELS[row["name"]]
            colour = paint.cnn if row["name"] in LESSON else paint.ink
            axes.annotate(
                row["name"],
                (row["operations"], row["top1"] / 100),
                (across, up),
                textcoords="offset points",
                fontsize=SMALL,
                color=colour,
                weight="bold" if row["name"] in LESSON else "normal",
                ha=align,
                va="center",
            )


def _sizes(page: Axes, middle: float, most: int, words: dict[str, str], paint: Palette) -> None:
    """Say what the areas mean, with three circles."""
    page.text(LEFT, middle, words["area"], color=paint.muted, va="center_baseline")
    at = 330.0
    for millions in LEGEND:
        radius = _radius(millions * 1e6, most)
        at += radius
        page.plot(at, middle, "o", color=paint.muted, ms=2 * radius, alpha=0.4, mew=0)
        page.text(at + radius + 5, middle, str(millions), va="center_baseline", fontsize=SMALL)
        at += radius + 44


def _radius(parameters: float, most: float) -> float:
    return max(2.5, LARGEST * (parameters / most) ** 0.5)
