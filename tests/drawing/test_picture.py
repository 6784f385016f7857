"""One place makes files of drawings: in both themes, with a note where data stand in."""

import re
from xml.etree import ElementTree

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from cnnviz.drawing import picture
from cnnviz.drawing.labels import write
from cnnviz.drawing.style import THEMES, canvas, panel, sheet, themed

NOTE = "Drawn, not photographed"


def two_parts():
    figure = canvas(height=120)
    sheet(figure).text(10, 20, "above")
    panel(figure, 50, 40, 200, 60)
    write(figure, 0, 110, "below")
    return figure


def places(figure):
    """Give what lies where, in CSS pixels from the top left."""
    height = figure.get_size_inches()[1] * 72
    FigureCanvasAgg(figure).draw()
    boxes = [axes.get_window_extent() for axes in figure.axes[1:]]
    texts = [text.get_window_extent() for text in (*figure.axes[0].texts, *figure.texts[:1])]
    return [
        pytest.approx((box.x0, height - box.y1, box.x1, height - box.y0), abs=0.6)
        for box in (*boxes, *texts)
    ]


def test_a_note_stands_below_and_moves_nothing_above_it():
    with themed("light"):
        plain, noted = two_parts(), two_parts()
        picture._add_note(noted, NOTE, THEMES["light"].second)

        before, after = places(plain), places(noted)

    assert [box.expected for box in before] == after
    assert noted.get_size_inches()[1] * 72 == pytest.approx(120 + picture.FOOT)
    assert noted.texts[-1].get_text() == NOTE


def test_a_figure_has_a_note_only_where_it_is_given_one():
    arguments = ("cnnviz.lessons._new_lesson.figures.ink", {"0": {"mean": 0.1}})
    words = {"brightness": "brightness", "decimal": ".", "percent": "{}%"}

    plain = picture.picture(*arguments, words, "light")
    noted = picture.picture(*arguments, words, "light", NOTE)

    assert noted.height == plain.height + picture.FOOT
    assert ElementTree.fromstring(noted.data).get("height") == str(noted.height)


@pytest.mark.parametrize(
    ("pictures", "format", "crisp"),
    [("exact", "png", True), ("light", "webp", True), ("smooth", "webp", False)],
)
def test_pictures_inside_are_kept_or_made_light_as_the_canvas_says(pictures, format, crisp):
    import numpy as np

    with themed("light"):
        figure = canvas(height=100, pictures=pictures)
        sheet(figure).imshow(np.random.default_rng(0).random((70, 70)), interpolation="none")
        text = picture._svg(figure).data.decode()

    assert re.findall(r"data:image/(\w+);", text) == [format]
    assert ("image-rendering" in text) is crisp
