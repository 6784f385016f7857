"""The first filters of the network for parking spaces, in colour."""

from cnnviz.drawing.style import Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.learned_filters.colour_kernels import colour_kernels, height
from cnnviz.lessons.learned_filters.results import ColourKernels


def draw(parking_kernels: ColourKernels, words: Words, paint: Palette) -> Canvas:
    """Draw every kernel."""
    figure = canvas(height=round(height(parking_kernels)))
    figure.tiles = [colour_kernels(sheet(figure), "conv1", parking_kernels, 0, paint)]
    return figure
