"""A photograph, and what the network dreamt on it."""

from io import BytesIO
from typing import Any

from PIL import Image

from cnnviz.drawing.heat import opened
from cnnviz.drawing.style import WIDTH
from cnnviz.pipeline.outcome import Drawing

QUALITY = 76


def draw(result: dict[str, Any], words: dict[str, str], theme: str) -> Drawing:
    """Put the first photograph and its dream side by side without a gap, pixel by pixel."""
    both = [opened(result[state][0]) for state in ("originals", "pictures")]
    height, width = both[0].shape[:2]
    strip = Image.new("RGB", (2 * width, height))
    for half, picture in enumerate(both):
        strip.paste(Image.fromarray((picture * 255).round().astype("uint8")), (half * width, 0))
    file = BytesIO()
    strip.save(file, "webp", quality=QUALITY, method=6)
    return Drawing("webp", file.getvalue(), WIDTH, round(WIDTH * strip.height / strip.width))
