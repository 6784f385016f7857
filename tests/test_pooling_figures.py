"""The drawings of lessons 1 and 3 are well formed in every language and theme, from few runs."""

import importlib
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest

import cnnviz
from cnnviz.experiments import first_layer, following, invariance, likeness, pooling, training
from cnnviz.figures.style import THEMES
from cnnviz.site.language import LANGUAGES, Words

ROOT = Path(cnnviz.__file__).parents[1]
AMOUNTS = {"right": [-4, 0, 4], "down": [-4, 0, 4], "turn": [-30, 0, 30], "scale": [0.5, 1, 2]}
NAMES = (
    *("hidden_unit", "hidden_units", "flattening", "shifted_likeness", "shift_accuracy"),
    *("cover_why_cnns", "pooling_example", "pooled_digit", "following_maps", "pooling_local"),
    *("moved_images", "moved_accuracy", "pooling_kept", "shift_slider"),
    "cover_pooling_and_invariance",
)


@pytest.fixture(scope="module")
def results(few_digits):
    """Give what each figure is drawn from: one run of each network."""
    cnn, strided, mlp = (
        training.run(few_digits, name, seed=0, epochs=1)
        for name in ("lenet5", "lenet5_strided", "mlp")
    )
    units = first_layer.units(few_digits, mlp, image=0, count=4)
    moved = invariance.accuracies(few_digits, [cnn, mlp], AMOUNTS)
    without = invariance.accuracies(few_digits, [strided], {"right": AMOUNTS["right"]})
    pooled = pooling.pooled(few_digits, 5)
    shown = {way: amounts for way, amounts in AMOUNTS.items() if way != "down"}
    return {
        "hidden_unit": units,
        "hidden_units": units,
        "flattening": first_layer.flattening(6, 2, 3),
        "shifted_likeness": likeness.by_shift(few_digits, 4),
        "shift_accuracy": moved,
        "cover_why_cnns": moved,
        "pooling_example": pooling.example([[3.0, 1], [5, 7]]),
        "pooled_digit": pooled,
        "following_maps": following.maps(few_digits, cnn, label=9, shift=4),
        "pooling_local": following.local_change(few_digits, [cnn], farthest=2, images=10),
        "moved_images": invariance.pictures(few_digits, 0, shown),
        "moved_accuracy": moved,
        "pooling_kept": following.compared(moved, without, "right"),
        "shift_slider": following.slider(few_digits, [cnn, mlp], [9], farthest=4),
        "cover_pooling_and_invariance": pooled,
    }


def drawing(results, name, language="en", theme="light"):
    words = Words(ROOT / "docs" / "words", language).figure(name)
    return importlib.import_module(f"cnnviz.figures.{name}").draw(results[name], words, theme)


@pytest.mark.parametrize("name", NAMES)
def test_is_well_formed_in_every_language_and_theme_and_has_the_size_it_says(results, name):
    for language, theme in product(LANGUAGES, THEMES):
        drawn = drawing(results, name, language, theme)
        root = ElementTree.fromstring(drawn.data)
        assert drawn.width == (480 if name.startswith("cover") else 560)
        assert root.get("viewBox") == f"0 0 {drawn.width} {drawn.height}"


@pytest.mark.parametrize("name", NAMES)
def test_is_the_same_bytes_twice_and_differs_between_themes(results, name):
    first = drawing(results, name)

    assert drawing(results, name) == first
    assert drawing(results, name, theme="dark").data != first.data
