"""A hidden unit at work: a digit times the unit's weights, and the sum of the products."""

from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import number
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.signed import signed_scale, signed_tile
from cnnviz.drawing.style import WIDTH, Canvas, Look, Palette, Words, canvas, sheet
from cnnviz.lessons.why_cnns.results import HiddenUnits

SIDE, BETWEEN, TOP = 156, 46, 28
SIGN: Look = {"fontsize": 26, "ha": "center", "va": "center"}


def draw(hidden_units: HiddenUnits, words: Words, paint: Palette) -> Canvas:
    """Draw the digit, the weights and their products, and below them what they add up to."""
    own, products = hidden_units["own"], hidden_units["products"]
    digit, second, third = (column * (SIDE + BETWEEN) for column in range(3))
    figure = canvas(height=TOP + SIDE + 70)
    page = sheet(figure)
    say(page, digit, 10, words["digit"])
    tile(page, hidden_units["image"], digit, TOP, SIDE, paint)
    parts = (("×", "weights", own), ("=", "products", products))
    for left, (sign, name, values) in zip((second, third), parts, strict=True):
        page.text(left - BETWEEN / 2, TOP + SIDE / 2, sign, color=paint.muted, **SIGN)
        say(page, left, 10, words[name])
        signed_tile(page, values, left, TOP, SIDE, float(abs(values).max()) or 1.0, paint)
    below = TOP + SIDE + 22
    signed_scale(page, second + SIDE, below, paint)
    say(page, WIDTH, below, words["sum"], paint.muted, ha="right")
    value = number(hidden_units["value"], words, 2)
    say(page, WIDTH, below + 30, value, size=22, weight="bold", ha="right")
    return figure
