"""One weight in two places: numbers forward, gradients back, and the sum where the paths meet."""

from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyArrowPatch

from cnnviz.drawing.labels import say
from cnnviz.drawing.numbers import number
from cnnviz.drawing.style import SMALL, Canvas, Look, Palette, Words, canvas, sheet
from cnnviz.lessons.shared_weights_gradient.results import TwoPaths

RADIUS = 27
WEIGHT, OUTPUT, LOSS = (34, 170), (392, 170), (525, 170)
PLACES = {"1": (208, 84, "₁", -1), "2": (208, 256, "₂", 1)}  # above and below the weight

Place = tuple[float, float]


def draw(two_paths: TwoPaths, words: Words, paint: Palette) -> Canvas:
    """Draw the graph of the worked example, each path in a colour of its own."""

    def written(value: float) -> str:
        return number(value, words, 0 if value == round(value) else 1)

    figure = canvas(height=396)
    page = sheet(figure)
    colours = {"1": paint.accent, "2": paint.second}
    for place, (x, y, index, away) in PLACES.items():
        colour = colours[place]
        share, back = written(two_paths["hand"][place]), written(two_paths["by_a"][place])
        _arrow(page, WEIGHT, (x, y), f"← {share}", (-12, 22 * away), colour)
        _arrow(page, (x, y), OUTPUT, f"← {back}", (12, 22 * away), colour)
        given = f"x{index} = {written(two_paths['x'][place])}"
        weighed = f"v{index} = {written(two_paths['v'][place])}"
        say(page, x, y + 46 * away, f"{given},  {weighed}", paint.muted, ha="center")
        _node(page, (x, y), f"a{index}", written(two_paths["a"][place]), paint)
    _arrow(page, OUTPUT, LOSS, f"← {written(two_paths['by_o'])}", (0, 24), paint.muted)
    _node(page, WEIGHT, "w", written(two_paths["w"]), paint)
    _node(page, OUTPUT, "o", written(two_paths["o"]), paint)
    _node(page, LOSS, "l", written(two_paths["loss"]), paint)
    one, two, total = (written(two_paths["hand"][name]) for name in ("1", "2", "sum"))
    two = f"({two})" if two.startswith("−") else two
    say(page, 0, 356, words["sum"].format(one=one, two=two, sum=total), weight="bold")
    say(page, 0, 382, words["note"], paint.muted, SMALL)
    return figure


def _node(page: Axes, where: Place, name: str, value: str, paint: Palette) -> None:
    page.add_patch(Circle(where, RADIUS, facecolor=paint.paper, edgecolor=paint.ink, linewidth=1.5))
    say(page, where[0], where[1] - 9, name, paint.muted, SMALL, ha="center")
    say(page, where[0], where[1] + 9, value, weight="bold", ha="center")


def _arrow(page: Axes, start: Place, end: Place, note: str, beside: Place, colour: str) -> None:
    """Draw an arrow, and beside its middle the gradient that flows the other way."""
    look: Look = {"color": colour, "linewidth": 2, "shrinkA": RADIUS, "shrinkB": RADIUS}
    page.add_patch(FancyArrowPatch(start, end, arrowstyle="-|>,head_length=7,head_width=4", **look))
    x, y = ((start[way] + end[way]) / 2 + beside[way] for way in (0, 1))
    say(page, x, y, note, colour, ha="center", weight="bold")
