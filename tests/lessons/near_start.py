"""Random images, and networks that hardly left the weights that they began with."""

import numpy as np

from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.trained import WEIGHTS
from cnnviz.models import fitted
from cnnviz.training import seeded


def random_images(channels, size, classes):
    """Give twelve images, the same for training and test."""
    shape = (12, channels, size, size) if channels > 1 else (12, size, size)
    images = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
    labels = (np.arange(12) % classes).astype(np.uint8)
    return {
        f"{part}_{what}": each
        for part in ("train", "test")
        for what, each in (("images", images), ("labels", labels))
    }


def run_near_start(data, network, seed, nudge=0.0):
    """Give a run whose weights are those of the start, moved a little."""
    images, _ = tensors(data, "test")
    classes = int(data["test_labels"].max()) + 1
    with seeded(seed):
        state = fitted(network, images, classes).state_dict()
    weights = {WEIGHTS + name: (value + nudge).numpy() for name, value in state.items()}
    return {"network": network, "classes": classes, "seed": seed, "accuracy": 0.5, **weights}
