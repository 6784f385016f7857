"""A drawing made: what a figure's `draw` gives, as a file for the site.

This is the one place where figures become SVG, and pictures in them WebP.
"""

import json
import re
from base64 import b64decode, b64encode
from html import escape
from importlib import import_module
from io import BytesIO
from typing import Any

from matplotlib.figure import Figure
from PIL import Image

from cnnviz.drawing.labels import write
from cnnviz.drawing.style import DPI, SMALL, THEMES, WIDTH, Canvas, size, themed
from cnnviz.drawing.tiles import CLOSE, OPEN
from cnnviz.pipeline.outcome import Drawing

PNG = re.compile(r"data:image/png;base64,([A-Za-z0-9+/=\s]+)")
CRISP = ' style="image-rendering:crisp-edges;image-rendering:pixelated"'
LIGHT = 60  # of 100: at 2 pixels for one of the page no difference is seen
STRIP = 76  # of a picture that is no drawing, and shown as large as it is
KEPT = 64  # px: of smaller pictures every pixel is seen, and kept
FOOT = 26  # px for the note below a figure


def picture(draw: str, result: Any, words: dict[str, str], theme: str, note: str = "") -> Drawing:
    """Draw a result in a theme: `draw` is the module of the figure.

    The same drawing is the same bytes. The `note`, where there is one, is written below: what
    readers must know of the data, also where the figure is shown without its page.
    """
    with themed(theme):
        shown = drawn(draw, result, words, theme)
        if isinstance(shown, Image.Image):
            return _strip(shown)
        if note:
            _add_note(shown, note, THEMES[theme].second)
        return _svg(shown)


def drawn(draw: str, result: Any, words: dict[str, str], theme: str) -> Canvas | Image.Image:
    """Give what a figure's module draws; to be saved inside `themed`."""
    found: Canvas | Image.Image = import_module(draw).draw(result, words, THEMES[theme])
    return found


def _svg(figure: Canvas) -> Drawing:
    width, height = size(figure)
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    buffer = BytesIO()
    figure.savefig(buffer, format="svg", transparent=True, metadata=nothing)
    # Browsers would enlarge matplotlib's points to 4/3 of a pixel.
    points, pixels = r'width="[\d.]+pt" height="[\d.]+pt"', f'width="{width}" height="{height}"'
    text = re.sub(points, pixels, buffer.getvalue().decode(), count=1)
    # A hundredth of a pixel is fine enough for a path, and half the bytes.
    text = re.sub(r'(?<= d=")[^"]+', lambda path: re.sub(r"(\.\d\d)\d+", r"\1", path[0]), text)
    if figure.pictures != "exact":
        text = PNG.sub(_webp, text)
    if figure.pictures == "smooth":
        text = text.replace(CRISP, "")
    if figure.tiles:
        start = text.index(">", text.index("<svg")) + 1
        note = json.dumps(list(figure.tiles), ensure_ascii=False, separators=(",", ":"))
        text = f"{text[:start]}{OPEN}{escape(note, quote=False)}{CLOSE}{text[start:]}"
    return Drawing("svg", text.encode(), width, height)


def _webp(found: re.Match[str]) -> str:
    """Turn a picture inside an SVG into WebP, a fraction of its bytes as PNG."""
    inside = Image.open(BytesIO(b64decode(found[1])))
    written = BytesIO()
    whole = max(inside.size) < KEPT
    inside.save(written, "webp", lossless=whole, quality=LIGHT, method=4)
    return f"data:image/webp;base64,{b64encode(written.getvalue()).decode()}"


def _strip(image: Image.Image) -> Drawing:
    file = BytesIO()
    image.save(file, "webp", quality=STRIP, method=6)
    return Drawing("webp", file.getvalue(), WIDTH, round(WIDTH * image.height / image.width))


def _add_note(figure: Figure, note: str, colour: str) -> None:
    """Make room below a figure, and write there; all else stays where it is from the top."""
    width, height = size(figure)
    figure.set_size_inches(width / DPI, (height + FOOT) / DPI)
    share, rise = height / (height + FOOT), FOOT / (height + FOOT)
    for axes in figure.axes:
        left, bottom, across, up = axes.get_position().bounds
        axes.set_position((left, bottom * share + rise, across, up * share))
    for text in figure.texts:
        text.set_y(text.get_position()[1] * share + rise)
    write(figure, 0, height + FOOT - 11, note, color=colour, fontsize=SMALL)
