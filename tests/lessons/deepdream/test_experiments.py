"""Lesson 14: dreams begin where the lesson says, and keep what it shows."""

import numpy as np
import pytest
import torch

from cnnviz.lessons.deepdream import experiments
from cnnviz.lessons.shared.photos import shown
from cnnviz.pages.wiring import Wiring
from cnnviz.profile import read_profile
from tests.projects import ROOT

NETWORK = {"network": "efficientnet_lite0", "weights": "packaged"}
RECIPE = {"steps": 3, "rate": 0.01, "octaves": 2, "octave_scale": 1.4, "jitter": 4}


def dreamt(names, *, stage=4, untrained=False, frames=False):
    options = {"stage": stage, "size": [64, 96], "seed": 0, "untrained": untrained}
    data = shown("", {})
    return experiments.dream(
        **NETWORK, data=data, photos=names, frames=frames, **options, **RECIPE, smoothing=0.0
    )


@pytest.fixture(scope="module")
def dream():
    return dreamt(["chelsea", "coffee"], frames=True)


@pytest.fixture(scope="module")
def untrained():
    return dreamt(["chelsea"], untrained=True)


def test_each_photograph_has_its_own_row_with_every_step_of_every_octave(dream):
    assert [row["photo"] for row in dream["runs"]] == ["chelsea", "coffee"]
    for row in dream["runs"]:
        assert np.shape(row["excitement"]) == (2, 3)
        assert row["changed"] > 0
        assert row["before"] != row["after"]  # the answers follow the picture


def test_a_photograph_dreams_as_if_alone(dream):
    alone = dreamt(["coffee"])["runs"][0]

    together = dream["runs"][1]
    np.testing.assert_allclose(alone["excitement"], together["excitement"], rtol=1e-3)
    assert alone["frequency"] == pytest.approx(together["frequency"], rel=1e-2)


def test_a_photograph_is_cut_from_its_middle_and_not_stretched():
    stripe = np.zeros((40, 200, 3), dtype=np.uint8)
    stripe[:, 80:120] = 255  # a white square in the middle

    start = experiments._start({"square": stripe}, "square", [20, 30], seed=0)

    assert start.shape == (1, 3, 20, 30)
    white = (start[0, 0] > 0.5).sum(dim=1)
    torch.testing.assert_close(white, torch.full((20,), 20))


def test_noise_has_the_levels_of_pattern_maximisation():
    start = experiments._start({}, "noise", [20, 30], seed=0) * 255

    assert 128 <= start.min() <= start.max() <= 148


def test_new_weights_dream_something_else(dream, untrained):
    assert untrained["untrained"]
    assert untrained["pictures"][0] != dream["pictures"][0]


def test_frames_are_the_first_to_the_last_step_of_each_octave(dream):
    moments = [(frame["octave"], frame["step"]) for frame in dream["frames"]]

    assert moments == [(1, 1), (1, 2), (1, 2), (1, 3), (2, 1), (2, 2), (2, 2), (2, 3)]
    for frame in dream["frames"]:
        course = dream["runs"][0]["excitement"][frame["octave"] - 1]
        assert frame["excitement"] == pytest.approx(course[frame["step"] - 1])


def test_the_course_has_the_numbers_of_the_frames_without_their_pictures(dream):
    course = experiments.dream_course(dream)

    assert len(course["frames"]) == len(dream["frames"])
    assert all("picture" not in frame for frame in course["frames"])
    assert len(course["frames"]) % course["columns"] == 0


def test_stages_are_summarised_over_the_photographs(dream, untrained):
    compared = experiments.dream_layers([dream], untrained)

    mean = np.mean([row["frequency"] for row in dream["runs"]])
    assert compared["summary"]["4"]["frequency"]["mean"] == pytest.approx(mean)
    assert compared["summary"]["4"]["frequency"]["n"] == 2
    assert compared["runs"] == dream["runs"]


def test_dreams_on_another_photograph_are_that_photographs():
    dreams = [
        {
            "network": "n",
            "stage": stage,
            "originals": ["a", "b"],
            "pictures": [f"a{stage}", f"b{stage}"],
            "runs": [{"photo": "a"}, {"photo": "b"}],
        }
        for stage in (4, 8)
    ]

    result = experiments.dream_photo(dreams, {"pictures": ["u"], "stage": 8}, photo=1)

    assert result["original"] == "b"
    assert result["pictures"] == {"4": "b4", "8": "b8"}
    assert [run["photo"] for run in result["runs"]] == ["b", "b"]


def test_a_photograph_that_is_not_there_is_refused():
    profile = read_profile(ROOT / "profiles" / "smoke.toml")
    wiring = Wiring()

    with pytest.raises(ValueError, match="photo is 7, but the photographs count from 1 to"):
        wiring.result(wiring.find("figure", "dream_layers"), {"photo": 7}, profile)
