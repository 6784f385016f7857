"""A dream moment by moment, as one picture: a row for each octave."""

from typing import Any

from PIL import Image

from cnnviz.drawing.heat import opened
from cnnviz.drawing.style import Palette


def draw(dream: dict[str, Any], words: dict[str, str], paint: Palette) -> Image.Image:
    """Put the kept moments side by side without gaps, so that a page can show them one by one."""
    frames = dream["frames"]
    rows = max(frame["octave"] for frame in frames)
    columns = len(frames) // rows
    height, width = opened(frames[0]["picture"]).shape[:2]
    strip = Image.new("RGB", (columns * width, rows * height))
    for at, frame in enumerate(frames):
        pixels = (opened(frame["picture"]) * 255).round().astype("uint8")
        strip.paste(Image.fromarray(pixels), (at % columns * width, at // columns * height))
    return strip
