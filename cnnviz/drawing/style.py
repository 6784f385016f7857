"""The visual identity: colours by role, and a canvas measured in CSS pixels."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from cnnviz.drawing.typeface import FAMILIES

Words = dict[str, str]  # those of a figure, by what they are for
Look = dict[str, Any]  # how matplotlib is to draw something

# Shown as it is on a laptop and at two thirds on a phone, where TEXT is still 10 px high.
WIDTH = 560
TEXT = 16
SMALL = 14
DPI = 72  # at which matplotlib's point is one unit of the SVG, our pixel


@dataclass(frozen=True)
class Palette:
    """Colours by role. Blue against orange is told apart by every kind of colour vision."""

    page: str  # what the site puts behind the figure, which itself is transparent
    ink: str
    muted: str  # text in the second row
    faint: str  # grid lines
    cnn: str
    mlp: str
    accent: str
    second: str  # a second accent, beside the first
    paper: str  # a pixel of value 0; a pixel of value 1 is ink

    def network(self, name: str) -> str:
        """Give a network's colour."""
        return self.mlp if name == "mlp" else self.cnn

    @property
    def pixels(self) -> LinearSegmentedColormap:
        """Give the scale for grey values from 0 to 1."""
        return LinearSegmentedColormap.from_list("pixels", [self.paper, self.ink])


THEMES = {
    "light": Palette(
        page="#fbfaf7",
        ink="#1b1f27",
        muted="#5c6370",
        faint="#e4e1d9",
        cnn="#1a62b3",
        mlp="#b8470b",
        accent="#00756b",
        second="#9b2f78",
        paper="#efece4",
    ),
    "dark": Palette(
        page="#14171f",
        ink="#eceef3",
        muted="#a3abbb",
        faint="#2b313e",
        cnn="#6cb2f7",
        mlp="#ff9a57",
        accent="#4ccfb8",
        second="#e88fce",
        paper="#222836",
    ),
}


def marker(network: str) -> str:
    """Give a network's shape, so that no figure speaks by colour alone."""
    return "s" if network == "mlp" else "o"


@contextmanager
def themed(theme: str) -> Iterator[Palette]:
    """Draw in a theme's colours and the site's typeface while the block lasts."""
    paint = THEMES[theme]
    bare = {f"axes.spines.{side}": False for side in ("left", "right", "top", "bottom")}
    settings: dict[str, Any] = {
        "font.family": FAMILIES,
        "font.size": TEXT,
        "text.color": paint.ink,
        "axes.labelcolor": paint.muted,
        "axes.labelsize": TEXT,
        "axes.facecolor": "none",
        "axes.axisbelow": True,
        "grid.color": paint.faint,
        "grid.linewidth": 1,
        "lines.solid_capstyle": "round",
        "svg.fonttype": "path",
        "svg.hashsalt": "cnnviz",
    }
    for axis in ("xtick", "ytick"):
        settings |= {f"{axis}.color": paint.muted, f"{axis}.labelsize": SMALL}
        settings |= {f"{axis}.major.size": 0, f"{axis}.major.pad": 6}
    with matplotlib.rc_context(bare | settings):
        yield paint


class Canvas(Figure):
    """A figure measured in CSS pixels, and what a page is to know of it."""

    pictures = "exact"  # of pixels in it: "exact", "light" (as WebP), or "smooth" besides
    tiles: Sequence[dict[str, Any]] = ()  # what each shows: see tiles.py


def canvas(height: float, width: float = WIDTH, pictures: str = "exact") -> Canvas:
    """Give an empty figure of this size in CSS pixels.

    Photographs in it want to be "light", and "smooth" where they are enlarged; of small images
    every pixel is to be seen, and kept "exact".
    """
    figure = Canvas(figsize=(width / DPI, height / DPI), dpi=DPI)
    figure.pictures = pictures
    return figure


def size(figure: Figure) -> tuple[int, int]:
    """Give a figure's width and height in CSS pixels."""
    width, height = figure.get_size_inches()
    return round(width * DPI), round(height * DPI)


def panel(figure: Figure, left: float, top: float, width: float, height: float) -> Axes:
    """Put axes on a figure, at a place and of a size in CSS pixels."""
    across, down = size(figure)
    return figure.add_axes(
        (left / across, 1 - (top + height) / down, width / across, height / down)
    )


def sheet(figure: Figure) -> Axes:
    """Cover a figure with axes whose units are CSS pixels, from the top left."""
    across, down = size(figure)
    axes = panel(figure, 0, 0, across, down)
    axes.set(xlim=(0, across), ylim=(down, 0), autoscale_on=False)
    axes.set_axis_off()
    return axes
