"""Pictures that browsers scale smoothly, as photographs want it, and that are light."""

from matplotlib.figure import Figure

from cnnviz.drawing.light import light
from cnnviz.drawing.style import svg
from cnnviz.pipeline.outcome import Drawing

CRISP = b' style="image-rendering:crisp-edges;image-rendering:pixelated"'


def smooth(figure: Figure) -> Drawing:
    """Give the figure as SVG, the pictures inside as WebP and without hard edges of pixels."""
    drawing = light(svg(figure))
    data = drawing.data.replace(CRISP, b"")
    return Drawing(drawing.suffix, data, drawing.width, drawing.height)
