"""How sure each network is of its answers to noise, and, to compare, to digits."""

import numpy as np

from cnnviz.drawing.labels import ends_inward
from cnnviz.drawing.numbers import shares
from cnnviz.drawing.style import Canvas, Look, Palette, Words, marker
from cnnviz.lessons.noise.panels import panels
from cnnviz.lessons.noise.results import Answers, Tally
from cnnviz.results import where

BINS = 25
HEIGHT = 56


def draw(noise_answers: Answers, words: Words, paint: Palette) -> Canvas:
    """Draw how confidences spread, scaled to equal height, and each run's mean as a dot."""
    networks = noise_answers["summary"]
    figure, axes = panels(networks, HEIGHT, words["confidence"], words, paint)
    for (kind, network), panel in axes.items():
        rows = where(noise_answers["runs"], kind=kind, network=network)
        spread = np.mean([_spread(row) for row in rows], axis=0)
        colour, edges = paint.network(network), np.linspace(0, 1, BINS + 1)
        panel.stairs(spread / spread.max(), edges, fill=True, color=colour, alpha=0.45)
        panel.axhline(0, color=paint.muted, linewidth=1)
        means = [row["confidence"] for row in rows]
        look: Look = {"color": colour, "mec": paint.page, "mew": 0.8, "clip_on": False}
        panel.plot(means, [0] * len(means), marker(network), ms=6, **look)
        shares(panel, words, down=False)
        panel.set(ylim=(0, 1), yticks=[])
        panel.grid(visible=False)
        ends_inward(panel)
    return figure


def _spread(row: Tally) -> np.ndarray:
    """Give the share of the images in each of fewer, wider bins."""
    return np.array(row["histogram"]).reshape(BINS, -1).sum(axis=1) / row["images"]
