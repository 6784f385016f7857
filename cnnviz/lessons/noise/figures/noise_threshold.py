"""What a threshold on confidence lets pass: digits, and each kind of noise."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from cnnviz.drawing.labels import ends_inward, rim
from cnnviz.drawing.numbers import in_percent, percent, shares
from cnnviz.drawing.style import Canvas, Look, Palette, Words, marker
from cnnviz.lessons.noise.panels import panels
from cnnviz.lessons.noise.results import Threshold
from cnnviz.results import where

HEIGHT = 72
UNSEEN = 0.2  # px, more or less, that a curve may be off


def draw(noise_threshold: Threshold, words: Words, paint: Palette) -> Canvas:
    """Draw the share that passes each threshold, and what passes the one that keeps digits."""
    summary = noise_threshold["summary"]
    figure, axes = panels(summary, HEIGHT, words["threshold"], words, paint)
    for (kind, network), panel in axes.items():
        threshold = summary[network]["threshold"]["mean"]
        digits = _runs(noise_threshold, network, "digits")
        panel.axvline(threshold, color=paint.muted, linewidth=1.5, dashes=(3, 3))
        _curve(panel, digits.mean(axis=0), color=paint.muted, linewidth=2.5)
        if kind == "digits":
            colour, share = paint.muted, noise_threshold["kept"]
        else:
            colour, share = paint.network(network), summary[network][kind]["mean"]
            runs = _runs(noise_threshold, network, kind)
            for run in runs:
                _curve(panel, run, color=colour, linewidth=0.8, alpha=0.45)
            _curve(panel, runs.mean(axis=0), color=colour, linewidth=2.5)
        look: Look = {"color": colour, "mec": paint.page, "clip_on": False}
        panel.plot(threshold, share, marker(network), ms=10, **look)
        _label(panel, threshold, share, percent(share, words), colour, paint)
        _frame(panel, threshold, words)
    return figure


def _runs(result: Threshold, network: str, kind: str) -> np.ndarray:
    """Give the shares that pass, for each run (down) and threshold (across)."""
    return np.array([row["passing"] for row in where(result["runs"], network=network, kind=kind)])


def _curve(axes: Axes, passing: np.ndarray, **look: Any) -> None:
    (line,) = axes.plot(np.arange(len(passing)) / len(passing), passing, **look)
    # By itself matplotlib leaves out the points that nobody sees only where there are 128.
    line.get_path().should_simplify, line.get_path().simplify_threshold = True, UNSEEN


def _label(axes: Axes, x: float, y: float, text: str, colour: str, paint: Palette) -> None:
    """Write where curves that fall leave room: left below a high point, right above a low one."""
    high, away = y > 0.5, y > 0.5 and x > 0.3
    look: Look = {"ha": "right" if away else "left", "va": "top" if high else "bottom"}
    look |= {"color": colour, "weight": "bold", "path_effects": rim(paint.page)}
    axes.text(x - 0.04 if away else x + 0.04, y, text, **look)


def _frame(axes: Axes, threshold: float, words: Words) -> None:
    ends = [end for end in (0, 1) if abs(end - threshold) > 0.3]
    axes.set(xlim=(0, 1), xticks=[*ends, threshold])
    in_percent(axes.xaxis, words)
    shares(axes, words, across=False)
    ends_inward(axes)
