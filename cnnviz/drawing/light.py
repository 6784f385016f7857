"""Drawings with many pixels in them, made light enough for a page."""

import re
from base64 import b64decode, b64encode
from io import BytesIO

from PIL import Image

from cnnviz.pipeline.outcome import Drawing

PNG = re.compile(rb"data:image/png;base64,([A-Za-z0-9+/=\s]+)")
QUALITY = 60  # of 100: at 2 pixels for one of the page no difference is seen
SMALL = 64  # px: of smaller pictures every pixel is seen, and kept


def light(drawing: Drawing) -> Drawing:
    """Turn the pictures inside an SVG into WebP, a fraction of their bytes as PNG."""
    return Drawing(drawing.suffix, PNG.sub(_webp, drawing.data), drawing.width, drawing.height)


def _webp(found: re.Match[bytes]) -> bytes:
    picture = Image.open(BytesIO(b64decode(found[1])))
    written = BytesIO()
    whole = max(picture.size) < SMALL
    picture.save(written, "webp", lossless=whole, quality=QUALITY, method=4)
    return b"data:image/webp;base64," + b64encode(written.getvalue())
