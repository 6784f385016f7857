"""What a threshold on confidence lets pass: digits, and each kind of noise."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from cnnviz.drawing.labels import ends_inward, rim, write
from cnnviz.drawing.numbers import in_percent, percent
from cnnviz.drawing.rows import KINDS, height, panels
from cnnviz.drawing.style import WIDTH, Canvas, Palette, canvas, marker
from cnnviz.drawing.thin import thin

ROW, FOOT = 72, 62
UNSEEN = 0.15  # px that a curve may be off


def draw(noise_threshold: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the share that passes each threshold, and what passes the one that keeps digits."""
    networks = list(noise_threshold["summary"])
    kinds = [kind for kind in KINDS if any(row["kind"] == kind for row in noise_threshold["runs"])]
    figure = canvas(height=height(len(kinds), ROW, FOOT))
    axes = panels(figure, networks, kinds, ROW, words, paint)
    for (kind, network), panel in axes.items():
        summary = noise_threshold["summary"][network]
        threshold = summary["threshold"]["mean"]
        digits = _runs(noise_threshold["runs"], network, "digits")
        panel.axvline(threshold, color=paint.muted, linewidth=1.5, dashes=(3, 3))
        _curve(panel, digits.mean(axis=0), color=paint.muted, linewidth=2.5)
        if kind == "digits":
            colour, share = paint.muted, noise_threshold["kept"]
        else:
            colour, share = paint.network(network), summary[kind]["mean"]
            _curves(panel, _runs(noise_threshold["runs"], network, kind), colour)
        look: dict[str, Any] = {"color": colour, "mec": paint.page, "clip_on": False}
        panel.plot(threshold, share, marker(network), ms=10, **look)
        _label(panel, threshold, share, percent(share, words), colour, paint)
        _frame(panel, threshold, words)
    foot = height(len(kinds), ROW, FOOT) - 10
    write(figure, WIDTH / 2 + 14, foot, words["threshold"], color=paint.muted, ha="center")
    return figure


def _runs(rows: list[dict], network: str, kind: str) -> np.ndarray:
    """Give the shares that pass, for each run (down) and threshold (across)."""
    return np.array([r["passing"] for r in rows if (r["network"], r["kind"]) == (network, kind)])


def _curves(axes: Axes, runs: np.ndarray, colour: str) -> None:
    for run in runs:
        _curve(axes, run, color=colour, linewidth=0.8, alpha=0.45)
    _curve(axes, runs.mean(axis=0), color=colour, linewidth=2.5)


def _curve(axes: Axes, shares: np.ndarray, **look: Any) -> None:
    thresholds = np.arange(len(shares)) / len(shares)
    needed = thin(thresholds * WIDTH / 2, shares * ROW, tolerance=UNSEEN)
    axes.plot(thresholds[needed], shares[needed], **look)


def _label(axes: Axes, x: float, y: float, text: str, colour: str, paint: Palette) -> None:
    """Write where curves that fall leave room: left below a high point, right above a low one."""
    high, away = y > 0.5, y > 0.5 and x > 0.3
    how: dict[str, Any] = {"ha": "right" if away else "left", "va": "top" if high else "bottom"}
    how |= {"color": colour, "weight": "bold", "path_effects": rim(paint.page)}
    axes.text(x - 0.04 if away else x + 0.04, y, text, **how)


def _frame(axes: Axes, threshold: float, words: dict[str, str]) -> None:
    ends = [end for end in (0, 1) if abs(end - threshold) > 0.3]
    axes.set(xlim=(0, 1), ylim=(0, 1), xticks=[*ends, threshold], yticks=[0, 0.5, 1])
    axes.grid(axis="y")
    in_percent(axes.xaxis, words)
    in_percent(axes.yaxis, words)
    ends_inward(axes)
