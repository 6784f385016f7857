import numpy as np
import pytest
from PIL import Image

from cnnviz.lessons.shared import photos
from cnnviz.lessons.shared.photographs import photographs
from cnnviz.profile import read_profile
from tests.builds import ROOT


@pytest.fixture(scope="module")
def few():
    data = photos.shown("", {})
    return {name: data[name] for name in ("chelsea", "coffee")}


def test_photographs_are_kept_byte_for_byte(few):
    import skimage

    with Image.open(f"{skimage.__path__[0]}/data/coffee.png") as image:
        np.testing.assert_array_equal(few["coffee"], np.asarray(image.convert("RGB")))


def test_a_photograph_that_does_not_exist_is_answered_with_the_near_miss(few):
    with pytest.raises(KeyError, match="Did you mean 'coffee'"):
        photos.picture(few, "cofee")


def test_a_folder_of_ones_own_is_another_step_as_soon_as_a_picture_changes(tmp_path):
    profile = tmp_path / "own.toml"
    folder = tmp_path / "pictures"
    folder.mkdir()
    text = (ROOT / "profiles" / "smoke.toml").read_text()
    profile.write_text(text.replace("[photos]", f'[photos]\nfolder = "{folder}"'))

    def key():
        return photographs(read_profile(profile)).key

    Image.new("RGB", (5, 5)).save(folder / "a.png")
    first = key()
    assert key() == first
    Image.new("RGB", (5, 5), "red").save(folder / "a.png")
    assert key() != first
