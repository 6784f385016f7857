"""Which digit each network sees in noise, and, to compare, in digits."""

from typing import Any

import numpy as np

from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_percent
from cnnviz.drawing.rows import KINDS, height, panels
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, marker

ROW, FOOT = 62, 54


def draw(noise_answers: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the share of each answer: every run is a dot, the mean a bar."""
    networks = list(noise_answers["summary"])
    kinds = [kind for kind in KINDS if kind in noise_answers["summary"][networks[0]]]
    figure = canvas(height=height(len(kinds), ROW, FOOT))
    axes = panels(figure, networks, kinds, ROW, words, paint)
    for (kind, network), panel in axes.items():
        mine = [r for r in noise_answers["runs"] if (r["kind"], r["network"]) == (kind, network)]
        shares = np.array([np.array(row["answers"]) / row["images"] for row in mine])
        colour = paint.network(network)
        digits = np.arange(shares.shape[1])
        panel.bar(digits, shares.mean(axis=0), width=0.72, color=colour, alpha=0.4)
        panel.plot(
            np.tile(digits, len(shares)),
            shares.flatten(),
            marker(network),
            color=colour,
            ms=4.5,
            mew=0,
            alpha=0.8,
            clip_on=False,
        )
        panel.axhline(0, color=paint.muted, linewidth=1)
        panel.set(xlim=(-0.6, digits[-1] + 0.6), ylim=(0, 1))
        panel.set_xticks(digits)
        panel.set_yticks([0, 0.5, 1])
        in_percent(panel.yaxis, words)
        panel.grid(axis="y")
    foot = height(len(kinds), ROW, FOOT) - 10
    write(figure, WIDTH / 2 + 24, foot, words["answer"], color=paint.muted, ha="center")
    return figure
