"""The figures of lesson 5 are drawn from what the lesson counts."""

from functools import cache

import numpy as np
import pytest

from cnnviz.lessons.architectures import experiments, imagenet_accuracy
from cnnviz.lessons.architectures.plan import IMAGENET, SMALL
from tests.drawings import check, figures


@cache
def stages():
    return experiments.network_stages(SMALL | IMAGENET)


def two_fields():
    layers = [{"name": "conv1", "field": 5}, {"name": "pool1", "field": 6}]
    return {"image": np.zeros((32, 32)), "layers": layers}


# How to make a result for each figure.
RESULTS = {
    "parameter_share": stages,
    "network_shapes": stages,
    "lenet5_fields": two_fields,
    "receptive_fields": stages,
    "accuracy_chart": imagenet_accuracy.accuracy_chart,
    "cover_architectures": stages,
}


def test_every_figure_of_the_lesson_is_tried_here():
    assert set(RESULTS) == set(figures("architectures"))


@pytest.mark.parametrize("name", RESULTS)
def test_is_well_formed_as_large_as_it_says_and_the_same_twice(name):
    check(name, RESULTS[name]())
