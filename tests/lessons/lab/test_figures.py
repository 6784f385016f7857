"""The lab's picture is drawn from one digit's maps and answers."""

import numpy as np

from tests.drawings import check


def test_a_digit_is_drawn_on_its_way_to_both_answers():
    maps = {"relu1": np.ones((8, 28, 28)), "pool2": np.zeros((16, 5, 5))}  # a silent layer, too
    still = {
        "image": np.ones((28, 28)),
        "layers": list(maps),
        **maps,
        "answers": {"lenet5": [0.1] * 10, "mlp": [0.0] * 9 + [1.0]},
        "entropy": {"lenet5": 3.3, "mlp": 0.0},
    }

    check("lab_still", still)
