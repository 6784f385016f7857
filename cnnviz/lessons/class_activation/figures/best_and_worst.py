"""The images of each class that a network reads best and worst, with two networks' heat maps."""

from itertools import product
from typing import Literal

from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import percent
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Look, Palette, Words, canvas, sheet
from cnnviz.lessons.class_activation.heat import heat_scale, heat_tiles
from cnnviz.lessons.class_activation.results import BestAndWorst

NETWORKS: tuple[Literal["full", "augmented"], ...] = ("full", "augmented")
GAP, BETWEEN = 6, 22
HEAD, NAME, BELOW, FOOT = 44, 26, 24, 34


def draw(best_and_worst: BestAndWorst, words: Words, paint: Palette) -> Canvas:
    """Draw a row for the best and the worst of each class: picture and both maps, twice."""
    groups = best_and_worst["groups"]
    count = len(groups[0]["examples"])
    side = (WIDTH - BETWEEN * (count - 1) - 2 * GAP * count) / (3 * count)
    step = NAME + side + BELOW + 6
    foot = HEAD + len(groups) * step
    figure = canvas(height=round(foot + FOOT), pictures="light")
    page = sheet(figure)
    lefts = [number * (3 * side + 2 * GAP + BETWEEN) for number in range(count)]
    beside = [(network, at * (side + GAP)) for at, network in enumerate(NETWORKS, start=1)]
    for left, (network, away) in product(lefts, beside):
        lines: Look = {"va": "center", "linespacing": 1.05}
        say(page, left + away, 18, words[network], paint.muted, SMALL, **lines)
    for at, group in enumerate(groups):
        top = HEAD + at * step + NAME
        say(page, 0, top - 13, words[f"{group['kind']}_{group['which']}"], weight="bold")
        for left, example in zip(lefts, group["examples"], strict=True):
            maps = [example[network]["map"] for network in NETWORKS]
            heat_tiles(page, example["picture"], maps, (left, top), (side + GAP, 0), side)
            for network, away in beside:
                right = example[network]["answer"] == group["kind"]
                sure = percent(example[network]["probability"], words)
                text = f"{words['right' if right else 'wrong']} {sure}"
                colour = paint.muted if right else paint.second
                say(page, left + away, top + side + 13, text, colour, SMALL)
    heat_scale(page, foot + 15, words, paint)
    return figure
