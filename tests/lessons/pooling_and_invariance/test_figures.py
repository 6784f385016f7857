"""The drawings of lesson 3 are well formed and the same twice, from one run of each network."""

import pytest

from cnnviz.lessons.pooling_and_invariance import experiments
from cnnviz.lessons.shared.moved import moved_accuracy
from cnnviz.lessons.shared.trained import run
from tests.drawings import check, draw

AMOUNTS = {"right": [-4, 0, 4], "turn": [-30, 0, 30], "scale": [0.5, 1, 2]}


def runs(digits, *networks):
    return [run(digits, network, seed=0, epochs=1) for network in networks]


def accuracies(digits, *networks):
    return moved_accuracy(digits, runs(digits, *networks), AMOUNTS)


def pooled(digits):
    return experiments.pooled_digit(digits, 5)


def followed(digits):
    return experiments.following_maps(digits, *runs(digits, "lenet5"), label=9, shift=4)


def changed(digits):
    return experiments.pooling_local(digits, runs(digits, "lenet5"), farthest=2, images=10)


def kept(digits):
    both, strided = accuracies(digits, "lenet5", "mlp"), accuracies(digits, "lenet5_strided")
    return experiments.pooling_kept(both, strided, "right")


def slider(digits):
    return experiments.shift_slider(digits, runs(digits, "lenet5", "mlp"), [9], farthest=4)


RESULTS = {
    "pooling_example": lambda digits: experiments.pooling_example([[3.0, 1], [5, 7]]),
    "pooled_digit": pooled,
    "following_maps": followed,
    "pooling_local": changed,
    "moved_images": lambda digits: experiments.moved_images(digits, 0, AMOUNTS),
    "moved_accuracy": lambda digits: accuracies(digits, "lenet5", "mlp"),
    "pooling_kept": kept,
    "shift_slider": slider,
    "cover_pooling_and_invariance": pooled,
}


@pytest.mark.parametrize("name", RESULTS)
def test_is_well_formed_the_same_twice_and_its_themes_differ(name, few_digits):
    result = RESULTS[name](few_digits)

    check(name, result)
    assert draw(name, result).data != draw(name, result, theme="dark").data
