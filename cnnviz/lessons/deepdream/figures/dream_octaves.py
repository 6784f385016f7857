"""A dream at the end of each octave, and how excited the stage was at every step."""

from typing import Any

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.labels import write
from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, canvas, panel, sheet

LEFT, GAP = 52, 8
NAME, CHART = 26, 190


def draw(dream: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw the first photograph's dream: a picture above each octave's part of the curve."""
    octaves = dream["runs"][0]["excitement"]
    last = {frame["octave"]: frame["picture"] for frame in dream["frames"]}
    height, width = opened(last[1]).shape[:2]
    pitch = (WIDTH - LEFT) / len(octaves)
    across = pitch - GAP
    down = across * height / width
    top = NAME + down + 46
    figure = canvas(height=round(top + CHART + 54), pictures="smooth")
    page = sheet(figure)
    for at, picture in enumerate(last.values()):
        left = LEFT + at * pitch
        page.text(left, 10, words["octave"].format(n=at + 1), va="center_baseline")
        photo_tile(page, opened(picture), left, NAME, across, down)
    write(figure, 0, NAME + down + 22, words["excitement"], color=paint.muted, fontsize=SMALL)
    axes = panel(figure, LEFT, top, WIDTH - LEFT - GAP, CHART)
    steps = len(octaves[0])
    for at, octave in enumerate(octaves):
        x = [at * steps + step + 0.5 for step in range(steps)]
        axes.plot(x, octave, "-o", color=paint.cnn, linewidth=2, ms=4)
        if at:
            axes.axvline(at * steps, color=paint.faint, linewidth=1.5)
    axes.set(xlim=(0, steps * len(octaves)), ylim=(0, None))
    axes.set_xticks([at * steps for at in range(len(octaves) + 1)])
    axes.grid(axis="y")
    in_numbers(axes.yaxis, words, 0)
    axes.set_xlabel(words["step"], labelpad=8)
    return figure
