"""What the lesson's experiments give on tiny data: one fixture a result, under its name."""

import numpy as np
import pytest

from cnnviz.data.sources import PHOTOS
from cnnviz.lessons.class_activation import faithfulness as faithful
from cnnviz.lessons.class_activation import parking, photos, shortcut
from cnnviz.lessons.shared import photos as photographs
from cnnviz.lessons.shared.trained import run

LITE = {"network": "efficientnet_lite0", "weights": "packaged"}


@pytest.fixture(scope="session")
def spaces():
    """Twelve coloured images of 48 px: those of class 1 have a bright middle."""
    images = np.random.default_rng(0).integers(0, 90, (24, 3, 48, 48), dtype=np.uint8)
    labels = (np.arange(24) % 2).astype(np.uint8)
    images[labels == 1, :, 12:36, 12:36] += 120
    return {
        **{"train_images": images[:12], "train_labels": labels[:12]},
        **{"test_images": images[12:], "test_labels": labels[12:]},
    }


@pytest.fixture(scope="session")
def runs(spaces):
    """Train a network without and one with the mark, a little."""
    return [
        run(spaces, "chollet_convnet", seed=0, epochs=3, mark=mark)
        for mark in (None, {"share": 1.0, "side": 6})
    ]


@pytest.fixture(scope="session")
def seen():
    """Give photographs, and the network that looks at them."""
    data = photographs.shown("", {original.name: "" for original in PHOTOS.originals})
    return LITE | {"data": data, "names": ["chelsea"]}


@pytest.fixture(scope="session")
def photo_heat(seen):
    return photos.photo_heat(**seen | {"names": ["chelsea", "coffee"]})


@pytest.fixture(scope="session")
def cam_sum(seen):
    return photos.cam_sum(**seen, head="classifier.1", shown=5)


@pytest.fixture(scope="session")
def methods_photos(seen):
    return photos.methods_photos(**seen, window=112, stride=112)


@pytest.fixture(scope="session")
def methods_parking(spaces, runs):
    return parking.methods_parking(spaces, runs[0], "relu4", window=24, stride=24)


@pytest.fixture(scope="session")
def best_and_worst(spaces, runs):
    return parking.best_and_worst(spaces, *runs, layer="relu4", count=2)


@pytest.fixture(scope="session")
def mark_accuracy(spaces, runs):
    return shortcut.mark_accuracy(spaces, runs, side=6)


@pytest.fixture(scope="session")
def mark_seen(spaces, runs):
    layers = {"grad_cam": "relu4", "grad_cam_before": "relu3"}
    return shortcut.mark_seen(spaces, runs, layers, side=6, count=3)


@pytest.fixture(scope="session")
def faithfulness(spaces, runs):
    return faithful.faithfulness(spaces, runs[0], "relu4", count=3, steps=4, seed=0)


@pytest.fixture(scope="session")
def forgetting(spaces, runs):
    return faithful.forgetting(spaces, runs[0], "relu4", count=2, seeds=[0, 1])
