"""The first filters of the network for parking spaces, in colour."""

from typing import Any

from cnnviz.drawing.colour_kernels import colour_kernels, height, told
from cnnviz.drawing.style import SMALL, canvas, sheet, svg, themed
from cnnviz.drawing.tiles import with_tiles
from cnnviz.pipeline.outcome import Drawing

HEAD = 28


def draw(result: dict[str, Any], words: dict[str, str], theme: str) -> Drawing:
    """Draw every kernel, under a line that tells what the network learned from."""
    with themed(theme) as paint:
        figure = canvas(height=round(HEAD + height(len(result["kernels"]))))
        page = sheet(figure)
        colour = paint.second if result["source"] == "drawn" else paint.muted
        text = words[result["source"]]
        page.text(0, 9, text, color=colour, fontsize=SMALL, va="center_baseline")
        colour_kernels(page, result, HEAD, paint)
        return with_tiles(svg(figure), [told("conv1", result, HEAD)])
