"""How far the remap carries the pixels."""

from cnnviz.drawing.labels import write
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, panel


def draw(remap_ways: dict[str, list[float]], words: Words, paint: Palette) -> Canvas:
    """Draw how many pixels go how far."""
    figure = canvas(height=240)
    write(figure, 0, 10, words["pixels"], color=paint.muted)
    panel(figure, 50, 32, 500, 170).hist(remap_ways["pixels"], 40, color=paint.accent)
    return figure
