"""A photograph, and what the network dreamt on it."""

from typing import Any

from PIL import Image

from cnnviz.drawing.heat import opened
from cnnviz.drawing.style import Palette


def draw(dream: dict[str, Any], words: dict[str, str], paint: Palette) -> Image.Image:
    """Put the first photograph and its dream side by side without a gap, pixel by pixel."""
    both = [opened(dream[state][0]) for state in ("originals", "pictures")]
    height, width = both[0].shape[:2]
    strip = Image.new("RGB", (2 * width, height))
    for half, picture in enumerate(both):
        strip.paste(Image.fromarray((picture * 255).round().astype("uint8")), (half * width, 0))
    return strip
