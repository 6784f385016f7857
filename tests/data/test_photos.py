"""scikit-image's photographs are verified; a folder's are read by their names."""

import sys

import pytest
import skimage.data
import torch
from PIL import Image

from cnnviz.data import photos as module
from cnnviz.data.photos import photos


def test_are_those_that_scikit_image_itself_reads():
    ours = photos()

    assert list(ours) == ["chelsea", "coffee", "rocket", "astronaut"]
    for name, image in ours.items():
        theirs = torch.from_numpy(getattr(skimage.data, name)()).permute(2, 0, 1) / 255
        torch.testing.assert_close(image, theirs)


def test_a_folders_pictures_have_their_names_without_suffix(tmp_path):
    Image.new("RGB", (3, 2), "red").save(tmp_path / "my dog.JPG")
    (tmp_path / "notes.txt").touch()

    found = photos(tmp_path)

    assert {name: tuple(image.shape) for name, image in found.items()} == {"my dog": (3, 2, 3)}


def test_two_pictures_of_one_name_are_told(tmp_path):
    for suffix in ("png", "jpg"):
        Image.new("RGB", (1, 1)).save(tmp_path / f"cat.{suffix}")

    with pytest.raises(ValueError, match=r"cat\.jpg and .*cat\.png would both be 'cat'"):
        photos(tmp_path)


def test_a_folder_without_pictures_is_told(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"no pictures .*png"):
        photos(tmp_path)


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(FileNotFoundError, match="there is no folder"):
        photos(tmp_path / "none")


def test_another_file_in_the_package_is_refused(tmp_path, monkeypatch):
    (tmp_path / "skimage" / "data").mkdir(parents=True)
    (tmp_path / "skimage" / "__init__.py").touch()
    for original in module.PHOTOS.originals:
        (tmp_path / "skimage" / "data" / original.name).write_bytes(b"another")
    monkeypatch.delitem(sys.modules, "skimage")
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(ValueError, match=r"chelsea\.png has the checksum .*, expected was"):
        photos()


def test_without_scikit_image_it_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "skimage", None)  # Python's way to hide a package

    with pytest.raises((FileNotFoundError, ValueError), match=r"pip install 'cnnviz\[data\]'"):
        photos()
