"""The first filters of an ImageNet network, in colour."""

from typing import Any

from cnnviz.drawing.colour_kernels import colour_kernels, height, told
from cnnviz.drawing.network_names import NAMES
from cnnviz.drawing.style import SMALL, canvas, sheet, svg, themed
from cnnviz.drawing.tiles import with_tiles
from cnnviz.pipeline.outcome import Drawing

HEAD = 28


def draw(result: dict[str, Any], words: dict[str, str], theme: str) -> Drawing:
    """Draw every kernel, under the network's name."""
    name = NAMES.get(result["network"], result["network"])
    side = result["kernels"].shape[-1]
    with themed(theme) as paint:
        figure = canvas(height=round(HEAD + height(len(result["kernels"]))))
        page = sheet(figure)
        text = words["kernels"].format(network=name, side=side, dead=result["dead"])
        page.text(0, 9, text, color=paint.muted, fontsize=SMALL, va="center_baseline")
        colour_kernels(page, result, HEAD, paint)
        return with_tiles(svg(figure), [told(name, result, HEAD)])
