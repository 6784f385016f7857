"""The first filters of an ImageNet network, in colour."""

from cnnviz.drawing.labels import say
from cnnviz.drawing.network_names import NAMES
from cnnviz.drawing.style import SMALL, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.learned_filters.colour_kernels import colour_kernels, height
from cnnviz.lessons.learned_filters.results import ImagenetKernels

HEAD = 28


def draw(imagenet_kernels: ImagenetKernels, words: Words, paint: Palette) -> Canvas:
    """Draw every kernel, under the network's name."""
    name = NAMES.get(imagenet_kernels["network"], imagenet_kernels["network"])
    side, dead = imagenet_kernels["kernels"].shape[-1], imagenet_kernels["dead"]
    figure = canvas(height=round(HEAD + height(imagenet_kernels)))
    page = sheet(figure)
    text = words["kernels"].format(network=name, side=side, dead=dead)
    say(page, 0, 9, text, paint.muted, SMALL)
    figure.tiles = [colour_kernels(page, name, imagenet_kernels, HEAD, paint)]
    return figure
