"""What every place adds to the gradient of one weight: pixel times error, and the sum of all."""

from matplotlib.axes import Axes

from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import number
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.signed import signed_tiles
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.shared_weights_gradient.results import Places

GAP = 34  # where × and = stand
TOP = 30
BAR = 22  # px high
DIGITS = 4
ZERO, HALF = 300, 112  # px: where the bars begin, and how far they reach


def draw(gradient_by_place: Places, words: Words, paint: Palette) -> Canvas:
    """Draw the image, the error of the map, their product, and what adds up below."""
    side = (WIDTH - 2 * GAP) / 3
    step = side + GAP
    figure = canvas(height=round(TOP + side + 168))
    page = sheet(figure)
    for at, name in enumerate(("image", "error", "shares")):
        say(page, at * step, 10, words[name])
    tile(page, gradient_by_place["image"], 0, TOP, side, paint)
    maps = gradient_by_place["error"], gradient_by_place["shares"]
    signed_tiles(page, maps, places(2, 2, (step, 0), (step, TOP)), side, paint)
    for at, sign in enumerate("×=", start=1):
        say(page, at * step - GAP / 2, TOP + side / 2, sign, size=22, ha="center", va="center")
    _balance(page, gradient_by_place, TOP + side + 38, words, paint)
    return figure


def _balance(page: Axes, result: Places, top: float, words: Words, paint: Palette) -> None:
    """Draw what raises the gradient and what lowers it from a common zero, and what remains."""
    bars = {
        "raising": (result["raising"], paint.accent),
        "lowering": (result["lowering"], paint.second),
        "sum": (result["sum"], paint.ink),
    }
    scale = HALF / max(abs(value) for value, _ in bars.values())
    for at, (name, (value, colour)) in enumerate(bars.items()):
        y = top + at * (BAR + 16)
        say(page, 0, y, words[name])
        page.barh(y, value * scale, BAR, left=ZERO, color=colour)
        end = ZERO + max(value, 0) * scale + 10
        say(page, end, y, number(value, words, DIGITS), colour, weight="bold")
    bottom = top + 2 * (BAR + 16) + BAR
    page.plot((ZERO, ZERO), (top - BAR, bottom), color=paint.muted, linewidth=1)
    note = words["autograd"].format(value=number(result["autograd"], words, DIGITS))
    say(page, 0, bottom + 12, note, paint.muted, SMALL)
