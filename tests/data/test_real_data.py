"""The packaged digits are MNIST's own, against the data set in full where it is at hand."""

import os

import numpy as np
import pytest

from cnnviz.data.digits import packaged_digits
from cnnviz.data.mnist import RAW, mnist
from cnnviz.lessons.shared import trained as training
from tests.real import DATA

AUGMENTED = {"shift": 0.07, "turn": 8.0, "scale": 0.08}


@pytest.fixture(scope="module")
def full():
    """All 70,000 images with their labels, read and not downloaded."""
    if len(list((DATA / RAW).glob("*.gz"))) != 4:
        pytest.skip(f"MNIST in full is not in {DATA}: set CNNVIZ_DATA to the folder that has it")
    return mnist(folder=DATA)


def test_is_sixty_thousand_digits_for_training_and_ten_thousand_for_the_test(full):
    train_images, train_labels, test_images, test_labels = full

    assert train_images.shape == (60_000, 28, 28)
    assert test_images.shape == (10_000, 28, 28)
    assert np.bincount(train_labels)[:3].tolist() == [5923, 6742, 5958]  # as LeCun counts them
    assert np.bincount(test_labels)[:3].tolist() == [980, 1135, 1032]


def test_every_packaged_digit_is_an_image_of_mnist_with_its_label(full):
    images, labels = packaged_digits()
    train_images, train_labels, _, _ = full
    known = {
        (image.tobytes(), int(label))
        for image, label in zip(train_images, train_labels, strict=True)
    }

    found = [
        (image.tobytes(), int(label)) in known for image, label in zip(images, labels, strict=True)
    ]

    assert np.mean(found) == 1


@pytest.mark.skipif("CNNVIZ_DATA" not in os.environ, reason="set CNNVIZ_DATA to train on all MNIST")
def test_lenet5_reaches_99_percent_on_the_test_digits_of_mnist(full):
    """It takes a minute or two, so only who asks for the real data by name waits for it."""
    del full  # skips where MNIST is not at hand
    train_images, train_labels, test_images, test_labels = mnist(folder=DATA)
    data = {
        "train_images": train_images,
        "train_labels": train_labels,
        "test_images": test_images,
        "test_labels": test_labels,
    }

    run = training.run(data, "lenet5", seed=0, epochs=8, decay=True, augmentation=AUGMENTED)

    assert run["accuracy"] >= 0.99
