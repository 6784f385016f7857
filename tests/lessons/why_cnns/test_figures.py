"""The drawings of lesson 1 are well formed and the same twice, from one run of each network."""

import pytest

from cnnviz.lessons.shared.moved import moved_accuracy
from cnnviz.lessons.shared.trained import run
from cnnviz.lessons.why_cnns import experiments
from tests.drawings import check, draw

AMOUNTS = {"right": [-4, 0, 4], "down": [-4, 0, 4]}


def hidden_units(digits):
    return experiments.hidden_units(digits, run(digits, "mlp", seed=0, epochs=1), image=0, count=4)


def accuracies(digits):
    runs = [run(digits, network, seed=0, epochs=1) for network in ("lenet5", "mlp")]
    return moved_accuracy(digits, runs, AMOUNTS)


RESULTS = {
    "hidden_unit": hidden_units,
    "hidden_units": hidden_units,
    "flattening": lambda digits: experiments.flattening(6, 2, 3),
    "shifted_likeness": lambda digits: experiments.shifted_likeness(digits, 4),
    "shift_accuracy": accuracies,
    "cover_why_cnns": accuracies,
}


@pytest.mark.parametrize("name", RESULTS)
def test_is_well_formed_the_same_twice_and_its_themes_differ(name, few_digits):
    result = RESULTS[name](few_digits)

    check(name, result)
    assert draw(name, result).data != draw(name, result, theme="dark").data
