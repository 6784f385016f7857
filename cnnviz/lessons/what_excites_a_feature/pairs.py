"""Patches in a row, and below each its reconstruction."""

from collections.abc import Callable
from typing import Any

from cnnviz.drawing.style import Look
from cnnviz.drawing.tiles import grid
from cnnviz.lessons.what_excites_a_feature.results import DigitChannel, SpaceChannel

Put = Callable[[Any, float, float, float], None]  # a picture at its left and top, of a side


def pairs(
    channel: DigitChannel | SpaceChannel,
    layer: str,
    corner: tuple[float, float],
    side: float,
    gap: float,
    put: Put,
    put_below: Put,
) -> dict[str, Any]:
    """Put a channel's patches at a place, in CSS pixels; give the note of what they show."""
    (left, top), step = corner, side + gap
    for column, patch in enumerate(channel["patches"]):
        put(patch, left + column * step, top, side)
        put_below(channel["carried"][column], left + column * step, top + step, side)
    values = [[value] for value in channel["values"]]
    channels = [channel["channel"]] * len(values)
    tiles: Look = {"corner": corner, "side": side, "step": (step, 0), "columns": len(values)}
    return grid(layer, values, channels=channels, told="answer", **tiles)
