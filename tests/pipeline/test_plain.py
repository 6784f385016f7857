"""Numbers for readers are plain."""

import numpy as np
import torch

from cnnviz.pipeline import plain as numbers


def test_plain_numbers_are_lists_that_json_knows():
    result = numbers.plain({"image": np.eye(2), "seed": 3, "tensor": torch.tensor([1])})

    assert result == {"image": [[1, 0], [0, 1]], "seed": 3, "tensor": [1]}
