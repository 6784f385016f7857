"""What the lesson's experiments give on tiny data: one fixture a result, under its name."""

import pytest

from cnnviz.lessons.pattern_maximisation import experiments
from cnnviz.lessons.pattern_maximisation.plan import WAYS
from cnnviz.lessons.shared import trained

UNITS = [0, 1, 2, 5]
LITE = {"network": "efficientnet_lite0", "weights": "packaged"}


@pytest.fixture(scope="session")
def run(few_digits):
    """Train a network, two of whose filters never speak."""
    run = trained.run(few_digits, "lenet5", seed=0, epochs=1)
    run["weights.conv2.bias"][[1, 2]] = -100
    return run


@pytest.fixture(scope="session")
def behind(few_digits, run):
    """Give patterns behind a ReLU."""
    return experiments.patterns(few_digits, run, "relu2", UNITS, steps=3, seed=0)


@pytest.fixture(scope="session")
def patterns(behind):
    return behind | {"layer": "relu1"}  # a layer that the figure has a name for


@pytest.fixture(scope="session")
def patterns_by_layer(behind):
    names = [f"{kind}{depth}" for depth in (1, 2) for kind in ("relu", "pool")]
    return experiments.patterns_by_layer([behind | {"layer": name} for name in names])


@pytest.fixture(scope="session")
def two_filters(behind):
    layers = [behind | {"layer": name} for name in ("conv4", "relu4", "pool4")]
    return experiments.two_filters(layers, [1, 5])


@pytest.fixture(scope="session")
def pattern_ways():
    recipe = LITE | {"stage": 4, "units": [0, 1], "size": 32, "steps": 2, "seed": 0}
    each = [experiments.imagenet_patterns(**recipe, way=way, **WAYS[way]) for way in WAYS]
    return experiments.pattern_ways(each)


@pytest.fixture(scope="session")
def imagenet_patterns(pattern_ways):
    return pattern_ways["ways"]["natural"]
