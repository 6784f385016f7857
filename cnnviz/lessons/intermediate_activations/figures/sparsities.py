"""How sparse each layer is: zeros among its values, and channels without a value above zero."""

from functools import partial
from typing import Any

from matplotlib.axes import Axes

from cnnviz.drawing.labels import write
from cnnviz.drawing.network_names import NAMES
from cnnviz.drawing.numbers import in_percent
from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, panel

ROW, HEAD, FOOT = 190, 34, 44
KEY = 84  # px above all, for the key


def draw(sparsities: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a panel for each network; lines join the activations, poolings stand for themselves."""
    networks = list(sparsities["layers"])
    figure = canvas(height=KEY + len(networks) * (HEAD + ROW + FOOT))
    _key(figure, words, paint)
    for at, network in enumerate(networks):
        top = KEY + at * (HEAD + ROW + FOOT)
        title = words["network"].format(
            network=NAMES.get(network, network), data=words[f"on_{network}"]
        )
        write(figure, 0, top + 8, title, weight="bold")
        axes = panel(figure, 52, top + HEAD, 500, ROW)
        layers = sparsities["layers"][network]
        for side, kind in enumerate(_kinds(paint)):
            of_state = partial(_runs, sparsities, network)
            _start(axes, of_state(trained=False), layers, *kind, 0.12 * (2 * side - 1))
            _series(axes, of_state(trained=True), layers, *kind, 0.12 * (2 * side - 1), paint)
        axes.set(xlim=(-0.5, len(layers) - 0.5), ylim=(-0.03, 1.03))
        axes.set_yticks((0, 0.25, 0.5, 0.75, 1))
        in_percent(axes.yaxis, words)
        axes.grid(axis="y")
        axes.set_xticks(range(len(layers)), layers)
    return figure


def _kinds(paint: Palette) -> list[tuple[str, str, str]]:
    return [("zeros", paint.cnn, "o"), ("blank", paint.second, "D")]


def _series(
    axes: Axes,
    rows: list[dict],
    layers: list[str],
    share: str,
    colour: str,
    shape: str,
    beside: float,
    paint: Palette,
) -> None:
    """Draw every run as a dot: filled for activations, hollow for poolings."""
    means: dict[str, list[tuple[float, float]]] = {"activation": [], "pooling": []}
    for at, layer in enumerate(layers):
        mine = [row for row in rows if row["layer"] == layer]
        kind, values = mine[0]["kind"], [row[share] for row in mine]
        face = colour if kind == "activation" else paint.page
        look: dict[str, Any] = {"color": colour, "mfc": face, "ms": 6.5, "clip_on": False}
        axes.plot([at + beside] * len(values), values, shape, alpha=0.75, mew=1.2, **look)
        means[kind].append((at + beside, sum(values) / len(values)))
    axes.plot(*zip(*means["activation"], strict=True), color=colour, linewidth=2)
    for x, mean in means["pooling"]:
        axes.plot((x - 0.11, x + 0.11), (mean, mean), color=colour, linewidth=2)


def _start(
    axes: Axes,
    rows: list[dict],
    layers: list[str],
    share: str,
    colour: str,
    shape: str,
    beside: float,
) -> None:
    """Draw the activations as they were before training: small dots, and a dashed line."""
    activations: dict[str, list[float]] = {}
    for row in rows:
        if row["kind"] == "activation":
            activations.setdefault(row["layer"], []).append(row[share])
    points = []
    for layer, values in activations.items():
        at = layers.index(layer) + beside
        axes.plot([at] * len(values), values, shape, color=colour, ms=3, alpha=0.6, mew=0)
        points.append((at, sum(values) / len(values)))
    look: dict[str, Any] = {"linewidth": 1.2, "linestyle": (0, (4, 3))}
    axes.plot(*zip(*points, strict=True), color=colour, **look)


def _runs(result: dict[str, Any], network: str, *, trained: bool) -> list[dict]:
    rows = result["runs"]
    return [row for row in rows if (row["network"], row["trained"]) == (network, trained)]


def _key(figure: Any, words: dict[str, str], paint: Palette) -> None:
    for line, (share, colour, shape) in enumerate(_kinds(paint)):
        y = 10 + 24 * line
        axes = panel(figure, 0, y - 10, 20, 20)
        axes.set(xlim=(0, 1), ylim=(0, 1))
        axes.set_axis_off()
        axes.plot(0.4, 0.5, shape, color=colour, ms=8)
        write(figure, 22, y, words[share], color=colour, va="center_baseline")
    write(figure, 22, 58, words["before"], color=paint.muted, fontsize=SMALL)
