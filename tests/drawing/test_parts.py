"""The parts that drawings share: colours, numbers, labels, the typeface."""

import subprocess
import sys

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from cnnviz.drawing.labels import apart
from cnnviz.drawing.numbers import number, percent, whole
from cnnviz.drawing.style import THEMES
from cnnviz.drawing.typeface import register
from tests.drawings import WIRING, words


def contrast(one, other):
    """Give the ratio of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    linear = [
        [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
        for colour in (one, other)
    ]
    dark, light = sorted(np.dot(rgb, (0.2126, 0.7152, 0.0722)) for rgb in linear)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("role", ["ink", "muted", "cnn", "mlp", "accent", "second"])
@pytest.mark.parametrize("theme", THEMES)
def test_colours_that_write_can_be_read_on_the_page(theme, role):
    assert contrast(getattr(THEMES[theme], role), THEMES[theme].page) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_an_inked_pixel_stands_out_from_an_empty_one(theme):
    assert contrast(THEMES[theme].ink, THEMES[theme].paper) >= 10


@pytest.mark.parametrize(
    ("language", "four", "five"),
    [("pt", "1.280", "50.176"), ("es", "1280", "50.176"), ("en", "1,280", "50,176")],
)
def test_whole_numbers_set_thousands_apart_as_the_language_does(language, four, five):
    told = words()[language].figure("any")

    assert (whole(1280, told), whole(50_176, told)) == (four, five)


def test_numbers_follow_the_language():
    words = {"decimal": ",", "percent": "{} %"}

    assert percent(0.9424, words, 1) == "94,2 %"
    assert number(-0.25, words, 2) == "−0,25"
    assert number(-0.01, words) == "0,0"


def test_labels_move_apart_around_their_middle():
    assert apart([0.5, 0.5], 0.2) == pytest.approx([0.4, 0.6])
    assert apart([1.0, 0.0], 0.2) == [1.0, 0.0]


def test_a_missing_typeface_names_the_cure(tmp_path):
    with pytest.raises(FileNotFoundError, match="make setup"):
        register(tmp_path)


def test_no_figure_imports_pyplot_torch_or_scipy():
    figures = [entry for many in WIRING.entries["figure"].values() for entry in many]
    code = ";".join(f"import {figure.module}" for figure in figures)
    code += ";import sys;print({'matplotlib.pyplot', 'torch', 'scipy'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
