"""Digits in a plane: where the features differ most, and where the pixels do."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from cnnviz.drawing.labels import rim
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, panel, sheet

SPACES = ("features", "pixels")
BETWEEN, TOP = 18, 62


def draw(feature_plane: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw each image as its numeral, in both planes; large ones stand in a digit's middle."""
    side = (WIDTH - BETWEEN) / 2
    labels = np.array(feature_plane["labels"])
    figure = canvas(height=round(TOP + side + 2))
    page = sheet(figure)
    for column, space in enumerate(SPACES):
        left = column * (side + BETWEEN)
        page.text(left, 12, words[space], va="center_baseline", weight="bold")
        measured = feature_plane["summary"][space]
        text = words["variance"].format(n=percent(measured["variance"], words))
        how: dict[str, Any] = {"color": paint.muted, "fontsize": SMALL}
        page.text(left, 36, text, va="center_baseline", **how)
        places = np.array(feature_plane[f"{space}.places"])
        axes = panel(figure, left, TOP, side, side)
        axes.set_facecolor(paint.paper)
        _numerals(axes, places, labels, paint)
    return figure


def _numerals(axes: Axes, places: np.ndarray, labels: np.ndarray, paint: Palette) -> None:
    low, high = places.min(axis=0), places.max(axis=0)
    room = 0.06 * (high - low)
    axes.set(xlim=(low[0] - room[0], high[0] + room[0]), ylim=(low[1] - room[1], high[1] + room[1]))
    axes.set(xticks=[], yticks=[])
    colours = (paint.cnn, paint.mlp, paint.accent, paint.second, paint.muted)
    middle: dict[str, Any] = {"ha": "center", "va": "center"}
    for (x, y), label in zip(places, labels, strict=True):
        axes.text(x, y, str(label), fontsize=9, color=colours[label % 5], alpha=0.75, **middle)
    lifted = rim(paint.paper, width=4)
    kinds = np.unique(labels)
    middles = np.array([np.median(places[labels == label], axis=0) for label in kinds])
    for label, (x, y) in zip(kinds, _apart(middles, 0.09 * (high - low)), strict=True):
        how: dict[str, Any] = {"fontsize": 22, "weight": "bold", "path_effects": lifted}
        axes.text(x, y, str(label), color=colours[label % 5], **how, **middle)


def _apart(places: np.ndarray, room: np.ndarray) -> np.ndarray:
    """Push places from one another, little by little, until each pair has room in one direction."""
    moved = places.astype(float)
    for _ in range(100):
        for one in range(len(moved)):
            away = (moved[one] - moved) / room
            near = (np.abs(away) < 1).all(axis=1)
            near[one] = False
            if near.any():
                moved[one] += 0.05 * room * np.sign(away[near].sum(axis=0))
    return moved
