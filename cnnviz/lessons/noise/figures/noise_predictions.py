"""Which digit each network sees in noise, and, to compare, in digits."""

import numpy as np

from cnnviz.drawing.numbers import shares
from cnnviz.drawing.style import Canvas, Look, Palette, Words, marker
from cnnviz.lessons.noise.panels import panels
from cnnviz.lessons.noise.results import Answers
from cnnviz.results import where

HEIGHT = 62


def draw(noise_answers: Answers, words: Words, paint: Palette) -> Canvas:
    """Draw the share of each answer: every run is a dot, the mean a bar."""
    networks = noise_answers["summary"]
    figure, axes = panels(networks, HEIGHT, words["answer"], words, paint)
    for (kind, network), panel in axes.items():
        rows = where(noise_answers["runs"], kind=kind, network=network)
        answered = np.array([np.divide(row["answers"], row["images"]) for row in rows])
        digits = np.arange(answered.shape[1])
        look: Look = {"color": paint.network(network)}
        panel.bar(digits, answered.mean(axis=0), width=0.72, alpha=0.4, **look)
        look |= {"ms": 4.5, "mew": 0, "alpha": 0.8, "clip_on": False}
        panel.plot(np.tile(digits, len(rows)), answered.flatten(), marker(network), **look)
        panel.axhline(0, color=paint.muted, linewidth=1)
        panel.set(xlim=(-0.6, digits[-1] + 0.6), xticks=digits)
        shares(panel, words, across=False)
    return figure
