"""The drawings of lessons 1 and 3 are well formed in every language and theme, from few runs."""

import pytest

from cnnviz.lessons.pooling_and_invariance import experiments as pooling
from cnnviz.lessons.pooling_and_invariance import following
from cnnviz.lessons.shared import moved as invariance
from cnnviz.lessons.shared import trained as training
from cnnviz.lessons.why_cnns import experiments as first_layer
from cnnviz.lessons.why_cnns import likeness
from tests.drawings import check, draw

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


@pytest.mark.parametrize("name", NAMES)
def test_is_well_formed_as_large_as_it_says_and_the_same_twice(results, name):
    check(name, results[name])


@pytest.mark.parametrize("name", NAMES)
def test_differs_between_themes(results, name):
    assert draw(name, results[name]).data != draw(name, results[name], theme="dark").data
