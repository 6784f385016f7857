"""A dream moment by moment, as one picture: a row for each octave."""

from PIL import Image

from cnnviz.drawing.style import Palette, Words
from cnnviz.lessons.deepdream.results import Dream
from cnnviz.lessons.deepdream.strip import strip


def draw(dream: Dream, words: Words, paint: Palette) -> Image.Image:
    """Put the kept moments side by side, so that a page can show them one by one."""
    frames = dream["frames"]
    columns = len(frames) // frames[-1]["octave"]
    return strip([frame["picture"] for frame in frames], columns)
