"""The cover of the architectures: VGG-16's stages as blocks, ever smaller and ever deeper."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Polygon

from cnnviz.drawing.style import Canvas, Palette, canvas, sheet

WIDTH, HEIGHT = 480, 270
NETWORK = "vgg16"
TALLEST, LEAN = 178, 0.42  # px of the first block's side, and how far it leans back
FIRST, GAP = 30, 16


def draw(network_stages: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw a block for each stage: as tall as its maps, as thick as they are many."""
    maps = [
        stage["shape"] for stage in network_stages[NETWORK]["stages"] if len(stage["shape"]) == 3
    ]
    figure = canvas(height=HEIGHT, width=WIDTH)
    page = sheet(figure)
    left = float(FIRST)
    for place, (channels, side, _) in enumerate(maps):
        tall = TALLEST * (side / maps[0][1]) ** 0.62
        thick = 8 + channels / 11.5
        share = place / (len(maps) - 1)
        colour = _between(paint.cnn, paint.second, share)
        lean = _block(page, left, tall, thick, colour, paint.page)
        left += thick + lean + GAP
    return figure


def _block(page: Axes, left: float, tall: float, thick: float, colour: tuple, edge: str) -> float:
    """Draw a block around the middle of the height; give how far it leans to the right."""
    lean = tall * LEAN * 0.62
    rise = lean * 0.72
    bottom = HEIGHT / 2 + (tall + rise) / 2
    top = bottom - tall
    front = [(left, bottom), (left, top), (left + thick, top), (left + thick, bottom)]
    roof = [(left, top), (left + lean, top - rise), (left + thick + lean, top - rise),
            (left + thick, top)]  # fmt: skip
    flank = [(left + thick, bottom), (left + thick, top), (left + thick + lean, top - rise),
             (left + thick + lean, bottom - rise)]  # fmt: skip
    for corners, light in ((flank, 0.55), (roof, 0.8), (front, 1.0)):
        page.add_patch(Polygon(corners, fc=(*colour, light), ec=edge, lw=1.6, joinstyle="round"))
    return lean


def _between(one: str, other: str, share: float) -> tuple[float, float, float]:
    red, green, blue = (
        (1 - share) * a + share * b for a, b in zip(to_rgb(one), to_rgb(other), strict=True)
    )
    return red, green, blue
