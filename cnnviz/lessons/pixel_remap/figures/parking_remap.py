"""Test accuracy on original and on remapped parking spaces, for both networks."""

from typing import Any

from cnnviz.lessons.pixel_remap.figures import remap_accuracy
from cnnviz.pipeline.outcome import Drawing


def draw(result: dict[str, Any], words: dict[str, str], theme: str) -> Drawing:
    """Draw what the remap costs, and say on the figure where the spaces are a stand-in."""
    told = words if result["stand_in"] else words | {"stand_in": ""}
    return remap_accuracy.draw(result, told, theme)
