"""Pictures of one size as one picture, without gaps, so that a page can show them one by one."""

from collections.abc import Sequence

from PIL import Image

from cnnviz.drawing.heat import opened


def strip(pictures: Sequence[str], columns: int) -> Image.Image:
    """Put pictures (data URIs) side by side in rows, pixel by pixel."""
    tiles = [Image.fromarray((opened(uri) * 255).round().astype("uint8")) for uri in pictures]
    width, height = tiles[0].size
    whole = Image.new("RGB", (columns * width, len(tiles) // columns * height))
    for at, tile in enumerate(tiles):
        whole.paste(tile, (at % columns * width, at // columns * height))
    return whole
