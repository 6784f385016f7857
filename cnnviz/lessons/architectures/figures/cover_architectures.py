"""The cover of the architectures: VGG-16's stages as blocks, ever smaller and ever deeper."""

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Polygon

from cnnviz.drawing.style import Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.architectures.results import NetworkStages, maps

WIDTH, HEIGHT = 480, 270
NETWORK = "vgg16"
TALLEST, LEAN = 178, 0.42 * 0.62  # px of the first block's side; of a side, how far it leans
FIRST, GAP = 30, 16


def draw(network_stages: NetworkStages, words: Words, paint: Palette) -> Canvas:
    """Draw a block for each stage: as tall as its maps, as thick as they are many."""
    shapes = maps(network_stages[NETWORK])
    colours = LinearSegmentedColormap.from_list("stages", [paint.cnn, paint.second], len(shapes))
    figure = canvas(height=HEIGHT, width=WIDTH)
    page = sheet(figure)
    left = float(FIRST)
    for place, (channels, side, _) in enumerate(shapes):
        tall, thick = TALLEST * (side / shapes[0][1]) ** 0.62, 8 + channels / 11.5
        _block(page, left, tall, thick, colours(place)[:3], paint.page)
        left += thick + LEAN * tall + GAP
    return figure


def _block(page: Axes, left: float, tall: float, thick: float, colour: tuple, edge: str) -> None:
    """Draw a block around the middle of the height, which leans back to the right."""
    lean, right = LEAN * tall, left + thick
    rise = 0.72 * lean
    bottom = HEIGHT / 2 + (tall + rise) / 2
    top = bottom - tall
    front = [(left, bottom), (left, top), (right, top), (right, bottom)]
    back = [(x + lean, y - rise) for x, y in front]
    flank, roof = [front[3], front[2], back[2], back[3]], [front[1], back[1], back[2], front[2]]
    for corners, light in ((flank, 0.55), (roof, 0.8), (front, 1.0)):
        page.add_patch(Polygon(corners, fc=(*colour, light), ec=edge, lw=1.6, joinstyle="round"))
