"""How sure each network is of its answers to noise, and, to compare, to digits."""

from typing import Any

import numpy as np

from cnnviz.drawing.labels import ends_inward, write
from cnnviz.drawing.numbers import in_percent
from cnnviz.drawing.rows import KINDS, height, panels
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, marker

BINS = 25
ROW, FOOT = 56, 62


def draw(noise_answers: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw how confidences spread, scaled to equal height, and each run's mean as a dot."""
    networks = list(noise_answers["summary"])
    kinds = [kind for kind in KINDS if kind in noise_answers["summary"][networks[0]]]
    edges = np.linspace(0, 1, BINS + 1)
    figure = canvas(height=height(len(kinds), ROW, FOOT))
    axes = panels(figure, networks, kinds, ROW, words, paint)
    for (kind, network), panel in axes.items():
        mine = [r for r in noise_answers["runs"] if (r["kind"], r["network"]) == (kind, network)]
        shares = np.mean([_shares(row) for row in mine], axis=0)
        colour = paint.network(network)
        panel.stairs(shares / shares.max(), edges, fill=True, color=colour, alpha=0.45)
        panel.axhline(0, color=paint.muted, linewidth=1)
        means = [row["confidence"] for row in mine]
        how: dict[str, Any] = {
            "color": colour,
            "ms": 6,
            "mec": paint.page,
            "mew": 0.8,
            "clip_on": False,
        }
        panel.plot(means, [0] * len(means), marker(network), **how)
        panel.set(xlim=(0, 1), ylim=(0, 1))
        panel.set_xticks([0, 0.5, 1])
        panel.set_yticks([])
        in_percent(panel.xaxis, words)
        ends_inward(panel)
    foot = height(len(kinds), ROW, FOOT) - 10
    write(figure, WIDTH / 2 + 24, foot, words["confidence"], color=paint.muted, ha="center")
    return figure


def _shares(row: dict[str, Any]) -> np.ndarray:
    """Give the share of the images in each of fewer, wider bins."""
    return np.array(row["histogram"]).reshape(BINS, -1).sum(axis=1) / row["images"]
