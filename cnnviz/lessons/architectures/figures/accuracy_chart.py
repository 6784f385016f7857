"""Accuracy on ImageNet against operations, a circle for each network."""

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, NullLocator

from cnnviz.drawing.labels import say, write
from cnnviz.drawing.numbers import in_percent
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Look, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.architectures.results import Chart, Published

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


def draw(accuracy_chart: Chart, words: Words, paint: Palette) -> Canvas:
    """Draw every network, large circles first, and name the ones that are talked about."""
    networks = sorted(accuracy_chart["networks"], key=lambda row: -row["parameters"])
    most = networks[0]["parameters"]
    figure = canvas(height=TOP + TALL + FOOT)
    write(figure, 0, 10, words["top1"], color=paint.muted)
    axes = panel(figure, LEFT, TOP, WIDTH - LEFT - 12, TALL)
    _scales(axes, [row["operations"] for row in networks], words)
    for row in networks:
        _network(axes, row, _radius(row["parameters"], most), paint)
    x, y = WIDTH / 2 + 20, TOP + TALL + 46
    write(figure, x, y, words["operations"], color=paint.muted, ha="center")
    _sizes(sheet(figure), TOP + TALL + 84, most, words, paint)
    return figure


def _scales(axes: Axes, costs: list[float], words: Words) -> None:
    axes.set_xscale("log")
    axes.set(xlim=(min(costs) * 0.6, max(costs) * 1.9), ylim=(0.54, 0.89))
    axes.xaxis.set_major_locator(FixedLocator((0.1, 1, 10)))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(lambda cost, _: f"{cost:g}".replace(".", words["decimal"]))
    in_percent(axes.yaxis, words)
    axes.grid()


def _network(axes: Axes, row: Published, radius: float, paint: Palette) -> None:
    name, place, known = row["name"], (row["operations"], row["top1"] / 100), row["name"] in LESSON
    colour, alpha = (paint.cnn, 0.7) if known else (paint.muted, 0.28)
    axes.plot(*place, "o", color=colour, ms=2 * radius, alpha=alpha, mec=paint.page, mew=0.8)
    if name in LABELS:
        across, up, align = LABELS[name]
        how: Look = {"color": paint.cnn, "weight": "bold"} if known else {"color": paint.ink}
        how |= {"textcoords": "offset points", "fontsize": SMALL, "ha": align, "va": "center"}
        axes.annotate(name, place, (across, up), **how)


def _sizes(page: Axes, middle: float, most: int, words: Words, paint: Palette) -> None:
    """Say what the areas mean, with three circles."""
    say(page, LEFT, middle, words["area"], paint.muted)
    at = 330.0
    for millions in LEGEND:
        radius = _radius(millions * 1e6, most)
        at += radius
        page.plot(at, middle, "o", color=paint.muted, ms=2 * radius, alpha=0.4, mew=0)
        say(page, at + radius + 5, middle, str(millions), size=SMALL)
        at += radius + 44


def _radius(parameters: float, most: float) -> float:
    return max(2.5, LARGEST * (parameters / most) ** 0.5)
