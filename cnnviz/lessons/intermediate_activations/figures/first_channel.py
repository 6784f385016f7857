"""One channel of the first convolution: the picture, the channel before its ReLU, and after."""

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import number, percent
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.signed import signed_tile
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.intermediate_activations.parking_space import LINE, describe
from cnnviz.lessons.intermediate_activations.results import Channel

GAP = 16
SIDE = (WIDTH - 2 * GAP) / 3
STEP = SIDE + GAP
TOP = 26


def draw(first_channel: Channel, words: Words, paint: Palette) -> Canvas:
    """Draw the three side by side, each with its range of values below it."""
    least, largest = first_channel["least"], first_channel["largest"]
    most = max(largest, 0)
    figure = canvas(height=round(TOP + SIDE + 38 + 2 * LINE), pictures="light")
    page = sheet(figure)
    photo_tile(page, opened(first_channel["image"]), 0, TOP, SIDE, SIDE)
    signed_tile(page, first_channel["before"], STEP, TOP, SIDE, max(-least, largest), paint)
    tile(page, first_channel["after"] / (most or 1.0), 2 * STEP, TOP, SIDE, paint)
    low, high, top = (number(value, words, 2) for value in (least, largest, most))
    values = {"image": "0 – 1", "before": f"{low} – {high}", "after": f"0 – {top}"}
    below = TOP + SIDE + 14
    for column, (name, reach) in enumerate(values.items()):
        say(page, column * STEP, 10, words[name].format(n=first_channel["channel"]))
        say(page, column * STEP, below, reach, paint.muted, SMALL)
    share = words["zeros"].format(share=percent(first_channel["zeros"], words))
    say(page, WIDTH, below, share, size=SMALL, ha="right")
    describe(page, first_channel, 0, below + 36, words)
    return figure
