import importlib
import subprocess
import sys
from functools import cache
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.colors import to_rgb

import cnnviz
from cnnviz.drawing.labels import apart
from cnnviz.drawing.numbers import number, percent, whole
from cnnviz.drawing.style import THEMES
from cnnviz.drawing.typeface import register
from cnnviz.pages.language import Words

ROOT = Path(cnnviz.__file__).parents[1]
NETWORKS = ("lenet5", "mlp")
LANGUAGES = ("pt", "es", "en")


def summary(values):
    return {"n": len(values), "mean": np.mean(values), "low": min(values) - 0.2, "high": 1.1}


def accuracies(blocks, seeds):
    runs = [
        {"network": network, "block": block, "seed": seed, "accuracy": 0.05 + 0.3 * seed}
        for network, block, seed in product(NETWORKS, blocks, range(seeds))
    ]
    by_block = {str(block): summary([0.05]) for block in blocks}
    ends = {"original": summary([0.1]), "remapped": summary([0.05])}
    return {"runs": runs, "summary": dict.fromkeys(NETWORKS, by_block | ends)}


def after_training(seeds):
    runs = [
        {"network": network, "seed": seed, "before": 0.9, "after": 0.1}
        for network, seed in product(NETWORKS, range(seeds))
    ]
    ends = {"before": summary([0.9]), "after": summary([0.1])}
    return {"runs": runs, "summary": dict.fromkeys(NETWORKS, ends)}


def results(seeds):
    images = np.random.default_rng(0).random((3, 4, 4))
    names = ["A00", "A01", "A10", "A11"]
    letters = {"side": 2, "before": names, "after": names[::-1]}
    correlations = [
        {"distance": distance, "seed": seed, "original": -0.1, "remapped": 0.02}
        for distance, seed in product((1, 2), range(seeds))
    ]
    return {
        "remap_letters": letters | {"goes": dict(zip(names, names[::-1], strict=True))},
        "remap_images": dict.fromkeys(("original", "remapped", "restored"), images),
        "remap_accuracy": accuracies([1, 28], seeds),
        "remap_blocks": accuracies([1, 7, 28], seeds),
        "remap_after_training": after_training(seeds),
        "neighbour_correlation": {"runs": correlations},
    }


FIGURES = tuple(results(1))


@cache
def drawing(name, language="en", theme="light", seeds=2):
    words = Words(ROOT / "docs" / "words", language).figure(name)
    figure = importlib.import_module(f"cnnviz.figures.{name}")
    return figure.draw(results(seeds)[name], words, theme)


def contrast(one, other):
    """Give the ratio of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    linear = [
        [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
        for colour in (one, other)
    ]
    dark, light = sorted(np.dot(rgb, (0.2126, 0.7152, 0.0722)) for rgb in linear)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", FIGURES)
def test_is_well_formed_of_the_size_it_says_and_the_same_bytes_twice_without_a_date(name):
    drawn = drawing(name, "pt", "dark")

    root = ElementTree.fromstring(drawn.data)
    assert (drawn.suffix, drawn.width) == ("svg", 560)
    assert (root.get("width"), root.get("height")) == (str(drawn.width), str(drawn.height))
    assert root.get("viewBox") == f"0 0 {drawn.width} {drawn.height}"
    assert drawing.__wrapped__(name, "pt", "dark") == drawn
    assert b"date" not in drawn.data.split(b"</defs>")[0].lower()
    assert drawing(name, "pt", "light").data != drawn.data


@pytest.mark.parametrize("name", FIGURES)
def test_draws_a_single_run(name):
    assert ElementTree.fromstring(drawing(name, seeds=1).data) is not None


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
    words = Words(ROOT / "docs" / "words", language).figure("cam_sum")

    assert (whole(1280, words), whole(50_176, words)) == (four, five)


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
    code = ";".join(f"import cnnviz.figures.{name}" for name in FIGURES)
    code += ";import sys;print({'matplotlib.pyplot', 'torch', 'scipy'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
