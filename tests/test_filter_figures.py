"""The figures of lessons 2 and 4 are drawn from what the lessons measure."""

import importlib
from functools import cache
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from cnnviz.catalogue.convolution import FIGURES as OF_CONVOLUTION
from cnnviz.catalogue.gradient import FIGURES as OF_GRADIENT
from cnnviz.experiments import convolution, edges, first_filters, gradient, two_paths, windows
from cnnviz.figures.style import THEMES
from cnnviz.site.language import LANGUAGES, Words
from tests.projects import ROOT

FIGURES = (*OF_CONVOLUTION, *OF_GRADIENT)
COVER = 480  # px; other figures are 560 wide


def digits():
    generator = np.random.default_rng(0)
    return {
        "train_labels": np.arange(10),
        "test_images": generator.integers(0, 256, (4, 28, 28), dtype=np.uint8),
        "test_labels": np.array([0, 1, 4, 7]),
    }


def trained(seed, block, epochs=(0, 2)):
    generator = np.random.default_rng(seed)
    kernels = {f"kernels.{epoch}": generator.standard_normal((8, 1, 5, 5)) for epoch in epochs}
    first = {"weights.conv1.weight": kernels[f"kernels.{epochs[-1]}"]}
    return {"seed": seed, "block": block, "recipe": {"epochs": 1}} | kernels | first


@cache
def results():
    digit_edges = edges.of_digits(digits(), [0, 1, 4, 7])
    runs = [trained(seed, 1) for seed in range(2)]
    filters = np.stack([runs[0]["kernels.0"], runs[0]["kernels.2"]])
    through = {"epochs": [0, 2], "kernels": filters}
    picture = np.zeros((7, 7)).tolist()
    line = {"size": 8, "kernel": 3, "stride": 2, "padding": 1}
    return {
        "sliding_product": convolution.sliding(picture, [[1.0, 0.0, -1.0]] * 3, 0.5),
        "loop_order": convolution.loop_orders(3),
        "convolution_matrix": convolution.as_matrix(5, 3),
        "several_channels": convolution.layers([[3, 8, 5]]),
        "kernel_places": windows.places([line, line | {"padding": 0}]),
        "field_of_one_unit": windows.field_of_one_unit(11, 3, 3),
        "edges_two_tone": edges.of_two_tones(10, 11, 6),
        "edges_digits": digit_edges,
        "relu_threshold": digit_edges,
        "cover_convolution": digit_edges,
        "two_paths": two_paths.example([2.0, 3.0], [2.0, -1.0], 2.0, 1.0, 0.1),
        "gradient_by_place": gradient.by_place(digits(), "lenet5", 0, 0),
        "difference_steps": gradient.by_step(digits(), "lenet5", 1, 2),
        "filters_through_training": through,
        "line_likeness": first_filters.likeness(runs, [*runs, trained(0, 28), trained(1, 28)]),
        "cover_shared_weights_gradient": through,
    }


def drawing(name, language="en", theme="light"):
    words = Words(Path(ROOT) / "docs" / "words", language).figure(name)
    return importlib.import_module(f"cnnviz.figures.{name}").draw(results()[name], words, theme)


def test_every_figure_of_both_lessons_is_tried_here():
    assert set(results()) == set(FIGURES)


@pytest.mark.parametrize("name", FIGURES)
def test_is_well_formed_in_every_language_and_theme(name):
    for language, theme in product(LANGUAGES, THEMES):
        drawn = drawing(name, language, theme)
        root = ElementTree.fromstring(drawn.data)
        assert drawn.width == (COVER if name.startswith("cover") else 560)
        assert root.get("viewBox") == f"0 0 {drawn.width} {drawn.height}"


@pytest.mark.parametrize("name", FIGURES)
def test_is_the_same_bytes_twice_and_differs_between_themes(name):
    assert drawing(name) == drawing(name)
    assert drawing(name).data != drawing(name, theme="dark").data
