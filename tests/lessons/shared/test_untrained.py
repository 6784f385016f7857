"""What a network was before its first step can be built again."""

from cnnviz.lessons.shared.trained import WEIGHTS
from cnnviz.lessons.shared.untrained import untrained_network
from tests.lessons.near_start import random_images, run_near_start


def test_the_untrained_network_is_the_one_that_training_began_with():
    digits = random_images(1, 28, 10)
    start = run_near_start(digits, "lenet5", seed=3)
    moved = run_near_start(digits, "lenet5", seed=3, nudge=1.0)

    built = untrained_network(moved, digits)

    assert not built.training
    assert all((start[WEIGHTS + name] == v.numpy()).all() for name, v in built.state_dict().items())
