"""Digits in a plane: where the features differ most, and where the pixels do."""

import numpy as np
from matplotlib.axes import Axes

from cnnviz.drawing.labels import rim, say
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Look, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.what_excites_a_feature.results import FeaturePlane

BETWEEN, TOP = 18, 62
SIDE = (WIDTH - BETWEEN) / 2


def draw(feature_plane: FeaturePlane, words: Words, paint: Palette) -> Canvas:
    """Draw each image as its numeral, in both planes; large ones stand in a digit's middle."""
    figure = canvas(height=round(TOP + SIDE + 2))
    page = sheet(figure)
    for left, space, places in (
        (0, "features", feature_plane["features.places"]),
        (SIDE + BETWEEN, "pixels", feature_plane["pixels.places"]),
    ):
        say(page, left, 12, words[space], weight="bold")
        variance = percent(feature_plane["summary"][space]["variance"], words)
        say(page, left, 36, words["variance"].format(n=variance), paint.muted, SMALL)
        axes = panel(figure, left, TOP, SIDE, SIDE)
        axes.set_facecolor(paint.paper)
        _numerals(axes, np.array(places), np.array(feature_plane["labels"]), paint)
    return figure


def _numerals(axes: Axes, places: np.ndarray, labels: np.ndarray, paint: Palette) -> None:
    low, high = places.min(axis=0), places.max(axis=0)
    room = 0.06 * (high - low)
    limits = np.stack([low - room, high + room], axis=1)
    axes.set(xlim=limits[0], ylim=limits[1], xticks=[], yticks=[])
    colours = (paint.cnn, paint.mlp, paint.accent, paint.second, paint.muted)
    how: Look = {"ha": "center", "va": "center"}
    for (x, y), label in zip(places, labels, strict=True):
        axes.text(x, y, str(label), fontsize=9, color=colours[label % 5], alpha=0.75, **how)
    how |= {"fontsize": 22, "weight": "bold", "path_effects": rim(paint.paper, width=4)}
    kinds = np.unique(labels)
    middles = np.array([np.median(places[labels == label], axis=0) for label in kinds])
    for label, (x, y) in zip(kinds, _apart(middles, 0.09 * (high - low)), strict=True):
        axes.text(x, y, str(label), color=colours[label % 5], **how)


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
