"""A photograph, and what the network dreamt on it."""

from PIL import Image

from cnnviz.drawing.style import Palette, Words
from cnnviz.lessons.deepdream.results import Dream
from cnnviz.lessons.deepdream.strip import strip


def draw(dream: Dream, words: Words, paint: Palette) -> Image.Image:
    """Put the first photograph and its dream side by side."""
    return strip([dream["originals"][0], dream["pictures"][0]], columns=2)
