"""The first filters of an ImageNet network, in colour."""

from typing import Any

from cnnviz.drawing.colour_kernels import colour_kernels, height, told
from cnnviz.drawing.network_names import NAMES
from cnnviz.drawing.style import SMALL, Canvas, Palette, canvas, sheet

HEAD = 28


def draw(imagenet_kernels: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw every kernel, under the network's name."""
    name = NAMES.get(imagenet_kernels["network"], imagenet_kernels["network"])
    side = imagenet_kernels["kernels"].shape[-1]
    figure = canvas(height=round(HEAD + height(len(imagenet_kernels["kernels"]))))
    page = sheet(figure)
    text = words["kernels"].format(network=name, side=side, dead=imagenet_kernels["dead"])
    page.text(0, 9, text, color=paint.muted, fontsize=SMALL, va="center_baseline")
    colour_kernels(page, imagenet_kernels, HEAD, paint)
    figure.tiles = [told(name, imagenet_kernels, HEAD)]
    return figure
