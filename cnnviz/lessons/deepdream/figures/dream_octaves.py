"""A dream at the end of each octave, and how excited the stage was at every step."""

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.labels import say, write
from cnnviz.drawing.numbers import in_numbers
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.deepdream.results import Dream

LEFT, GAP = 52, 8
NAME, CHART = 26, 190


def draw(dream: Dream, words: Words, paint: Palette) -> Canvas:
    """Draw the first photograph's dream: a picture above each octave's part of the curve."""
    octaves = dream["runs"][0]["excitement"]
    last = {frame["octave"]: opened(frame["picture"]) for frame in dream["frames"]}
    height, width = last[1].shape[:2]
    pitch, steps = (WIDTH - LEFT) / len(octaves), len(octaves[0])
    across = pitch - GAP
    down = across * height / width
    top = NAME + down + 46
    figure = canvas(height=round(top + CHART + 54), pictures="smooth")
    page = sheet(figure)
    write(figure, 0, NAME + down + 22, words["excitement"], color=paint.muted, fontsize=SMALL)
    axes = panel(figure, LEFT, top, WIDTH - LEFT - GAP, CHART)
    for at, octave in enumerate(octaves):
        left = LEFT + at * pitch
        say(page, left, 10, words["octave"].format(n=at + 1))
        photo_tile(page, last[at + 1], left, NAME, across, down)
        x = [at * steps + step + 0.5 for step in range(steps)]
        axes.plot(x, octave, "-o", color=paint.cnn, linewidth=2, ms=4)
        if at:
            axes.axvline(at * steps, color=paint.faint, linewidth=1.5)
    ends = [at * steps for at in range(len(octaves) + 1)]
    axes.set(xlim=(0, ends[-1]), ylim=(0, None), xticks=ends)
    axes.grid(axis="y")
    in_numbers(axes.yaxis, words, 0)
    axes.set_xlabel(words["step"], labelpad=8)
    return figure
