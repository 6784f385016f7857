"""Cats and dogs in torchvision's layout, cropped square."""

import shutil
import tarfile
from dataclasses import replace
from hashlib import md5

import numpy as np
import pytest
from PIL import Image

from cnnviz.data import pets as module
from cnnviz.data.pets import PETS, pets

PARTS = {
    "trainval": [("Abyssinian_1", 1), ("Abyssinian_2", 1), ("beagle_1", 2), ("beagle_2", 2)],
    "test": [("Abyssinian_9", 1), ("beagle_9", 2)],
}


@pytest.fixture
def folder(tmp_path):
    """Red cats and blue dogs."""
    place = tmp_path / "oxford-iiit-pet"
    (place / "images").mkdir(parents=True)
    (place / "annotations").mkdir()
    for part, listed in PARTS.items():
        lines = [f"{name} {species} {species} 1\n" for name, species in listed]
        (place / "annotations" / f"{part}.txt").write_text("".join(lines))
        for name, species in listed:
            colour = "red" if species == 1 else "blue"
            Image.new("RGB", (30, 20), colour).save(place / "images" / f"{name}.jpg")
    return tmp_path


def test_gives_both_parts_with_cats_as_zero_and_dogs_as_one(folder):
    train, train_labels, test, test_labels = pets(16, folder=folder)

    assert train_labels.tolist() == [0, 0, 1, 1]
    assert test_labels.tolist() == [0, 1]
    assert (train.shape, test.shape) == ((4, 3, 16, 16), (2, 3, 16, 16))


def test_images_keep_their_labels(folder):
    train, labels, _, _ = pets(16, folder=folder)

    blue = (train[:, 2] > train[:, 0]).all(axis=(1, 2))

    np.testing.assert_array_equal(blue, labels == 1)


def test_a_limit_is_spread_over_the_breeds(folder):
    _, labels, _, _ = pets(16, limit=2, folder=folder)

    assert labels.tolist() == [0, 1]


def test_where_they_are_missing_it_says_what_where_whence_and_how_large(tmp_path):
    with pytest.raises(FileNotFoundError) as error:
        pets(folder=tmp_path)

    for said in ("images.tar.gz", "790 MB", str(tmp_path), "robots.ox.ac.uk", "CNNVIZ_DATA"):
        assert said in str(error.value)


def test_archives_placed_by_hand_are_unpacked_where_they_lie(folder, monkeypatch):
    place = folder / "oxford-iiit-pet"
    for part in ("images", "annotations"):
        with tarfile.open(place / f"{part}.tar.gz", "w:gz") as archive:
            archive.add(place / part, part)
        shutil.rmtree(place / part)
    own = [replace(file, md5=md5_of(place / file.name)) for file in PETS.originals]
    monkeypatch.setattr(module, "PETS", replace(PETS, originals=tuple(own)))

    _, labels, _, _ = pets(16, folder=folder)

    assert labels.tolist() == [0, 0, 1, 1]


def test_another_archive_placed_by_hand_is_kept_aside_and_told(tmp_path):
    (tmp_path / "oxford-iiit-pet").mkdir()
    (tmp_path / "oxford-iiit-pet" / "images.tar.gz").write_bytes(b"half")

    with pytest.raises(ValueError, match=f"{md5(b'half').hexdigest()}, expected was 5c4f3ee8"):
        pets(folder=tmp_path)

    assert [file.name for file in (tmp_path / "oxford-iiit-pet").iterdir()] == [
        "images.tar.gz.wrong"
    ]


def md5_of(file):
    return md5(file.read_bytes()).hexdigest()


def test_a_missing_image_is_told_with_the_cure(folder):
    (folder / "oxford-iiit-pet" / "images" / "beagle_1.jpg").unlink()

    with pytest.raises(FileNotFoundError, match="beagle_1") as error:
        pets(folder=folder)

    assert any("unpack it again" in note for note in error.value.__notes__)


def test_a_limit_of_none_at_all_is_refused(folder):
    with pytest.raises(ValueError, match="1 or more"):
        pets(limit=0, folder=folder)
