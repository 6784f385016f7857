"""The visual identity: colours by role, a canvas measured in CSS pixels, and SVG out."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from cnnviz.drawing.typeface import FAMILIES
from cnnviz.pipeline.outcome import Drawing

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


def canvas(height: float, width: float = WIDTH) -> Figure:
    """Give an empty figure of this size in CSS pixels."""
    return Figure(figsize=(width / DPI, height / DPI), dpi=DPI)


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


def svg(figure: Figure) -> Drawing:
    """Give the figure as SVG: the same figure is the same bytes."""
    width, height = size(figure)
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    buffer = BytesIO()
    figure.savefig(buffer, format="svg", transparent=True, metadata=nothing)
    # Browsers would enlarge matplotlib's points to 4/3 of a pixel.
    points, pixels = r'width="[\d.]+pt" height="[\d.]+pt"', f'width="{width}" height="{height}"'
    text = re.sub(points, pixels, buffer.getvalue().decode(), count=1)
    # A hundredth of a pixel is fine enough for a path, and half the bytes.
    text = re.sub(r'(?<= d=")[^"]+', lambda path: re.sub(r"(\.\d\d)\d+", r"\1", path[0]), text)
    return Drawing("svg", text.encode(), width, height)
