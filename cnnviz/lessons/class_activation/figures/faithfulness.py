"""How sure the network stays while pixels go, and gets while they come back, by their order."""

from matplotlib.axes import Axes

from cnnviz.drawing.labels import ends_inward, say
from cnnviz.drawing.numbers import number, shares
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Look, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.class_activation.results import Faithfulness
from cnnviz.results import where

TESTS = ("deletion", "insertion")
DASHES = {"grad_cam": (), "occlusion": (9, 2, 2, 2), "saliency": (6, 2), "random": (1.5, 2)}
LEFT, BETWEEN, RIGHT, TOP, HIGH, AREAS = 46, 50, 40, 96, 210, 164
LOWER = TOP + HIGH + 72  # the top of the lower panels


def draw(faithfulness: Faithfulness, words: Words, paint: Palette) -> Canvas:
    """Draw the mean curves of both tests, and below them the area of every image."""
    width = (WIDTH - LEFT - BETWEEN - RIGHT) / 2
    figure = canvas(height=LOWER + AREAS + 50)
    page = sheet(figure)
    for at, (order, look) in enumerate(_looks(paint).items()):
        x, y = at % 2 * 280, 12 + at // 2 * 24
        page.plot((x, x + 36), (y, y), **look)
        say(page, x + 44, y, words[order], look["color"], SMALL)
    for column, test in enumerate(TESTS):
        left = LEFT + column * (width + BETWEEN)
        say(page, left, TOP - 22, words[test], weight="bold")
        axes = panel(figure, left, TOP, width, HIGH)
        for order, look in _looks(paint).items():
            axes.plot(faithfulness["shares"], faithfulness["curves"][test][order], **look)
        shares(axes, words)
        axes.set_ylim(0, 1.02)
        axes.tick_params(labelleft=not column)
        ends_inward(axes)
        _areas(panel(figure, left, LOWER, width, AREAS), faithfulness, test, words, paint)
    middle = LEFT + width + BETWEEN / 2
    say(page, middle, TOP + HIGH + 40, words["shares"], paint.muted, ha="center")
    say(page, middle, LOWER + AREAS + 36, words["areas"], paint.muted, ha="center")
    return figure


def _looks(paint: Palette) -> dict[str, Look]:
    """Give the lines of each order."""
    colours = (paint.accent, paint.cnn, paint.second, paint.muted)
    return {
        order: {"color": colour, "dashes": dashes, "linewidth": 2.5}
        for (order, dashes), colour in zip(DASHES.items(), colours, strict=True)
    }


def _areas(axes: Axes, result: Faithfulness, test: str, words: Words, paint: Palette) -> None:
    for row, (order, look) in enumerate(_looks(paint).items()):
        colour = look["color"]
        runs = where(result["runs"], test=test, order=order)
        # Apart, and always alike.
        places = [row + 0.5 * (run["image"] * 7 % 11 / 10 - 0.5) for run in runs]
        axes.plot([run["area"] for run in runs], places, "o", color=colour, ms=4, alpha=0.4, mew=0)
        mean = result["summary"][test][order]["mean"]
        axes.plot((mean, mean), (row - 0.38, row + 0.38), color=colour, linewidth=3)
        say(axes, 1.04, row, number(mean, words, 2), colour, SMALL, weight="bold")
    shares(axes, words, down=False)
    axes.set(ylim=(len(DASHES) - 0.5, -0.55), yticks=[])
    ends_inward(axes)
