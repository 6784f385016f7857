"""What the lesson measures: heat maps of photographs and spaces, the shortcut, and their tests."""

import numpy as np
import pytest
import torch

from cnnviz.lessons.class_activation import shortcut
from cnnviz.lessons.class_activation.faithfulness import rightly_read
from cnnviz.lessons.class_activation.parking import chance_of, changed_spaces
from cnnviz.lessons.class_activation.photos import last_maps
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.trained import run, trained_network
from cnnviz.models import network
from cnnviz.pages.wiring import Wiring
from cnnviz.profile import read_profile
from tests.projects import ROOT


def test_a_photograph_that_is_not_there_is_refused():
    profile = read_profile(ROOT / "profiles" / "smoke.toml")
    wiring = Wiring()

    with pytest.raises(ValueError, match="photo is 7, but the photographs count from 1 to"):
        wiring.result(wiring.find("figure", "methods_photos"), {"photo": 7}, profile)


def test_the_last_maps_are_those_before_what_averages_or_flattens():
    images = torch.zeros(1, 3, 64, 64)

    assert last_maps(network("efficientnet_lite0").eval(), images) == "features.8.2"
    assert last_maps(network("vgg16").eval(), images) == "features.29"
    with pytest.raises(ValueError, match="no activation with maps"):
        last_maps(network("mlp", channels=3, size=64).eval(), images)


def test_grad_cam_of_an_averaging_network_is_cam(cam_sum):
    assert max(cam_sum["differences"].values()) < 1e-5


def test_what_the_channels_add_and_the_bias_make_the_score(cam_sum):
    added = [channel["added"] for channel in cam_sum["channels"]]

    assert added == sorted(added, reverse=True)
    assert cam_sum["bias"] + sum(added) < cam_sum["score"]


def test_best_and_worst_are_ordered_by_the_chance_of_the_right_class(spaces, runs, best_and_worst):
    images, labels = tensors(spaces, "test")
    chance = chance_of(trained_network(runs[0], spaces), images, labels)

    def right(kind, which):
        (group,) = (
            group
            for group in best_and_worst["groups"]
            if (group["kind"], group["which"]) == (kind, which)
        )
        answers = [example["full"] for example in group["examples"]]
        return [a["probability"] if a["answer"] == kind else 1 - a["probability"] for a in answers]

    of_class = chance[labels == 1].sort().values
    assert right("occupied", "worst") == pytest.approx(of_class[:2].tolist(), abs=1e-5)
    assert right("occupied", "best") == pytest.approx(of_class.flip(0)[:2].tolist(), abs=1e-5)


def test_both_networks_are_tested_on_the_same_changes(spaces, runs):
    amounts = {"shift": 0.1, "turn": 10.0, "flip": True}

    reached = changed_spaces(spaces, runs[0], runs[0], amounts, seed=0)["accuracy"]

    assert reached["full"] == reached["augmented"]
    assert reached["full"]["original"] == runs[0]["accuracy"]


def test_the_share_on_the_mark_is_that_of_its_corner():
    maps = torch.zeros(2, 8, 8)
    maps[0, 0, 0], maps[0, 7, 7] = 1.0, 3.0

    assert shortcut.share_in_corner(maps, 4) == [0.25, 0.0]


def test_every_image_and_method_is_kept_of_both_networks(mark_seen):
    rows = mark_seen["runs"]

    assert len(rows) == 2 * 3 * 3
    assert {row["taught"] for row in rows} == {"clean", "marked"}
    assert all(0 <= row["share"] <= 1 for row in rows)


def test_a_network_taught_with_a_mark_falls_for_it_and_one_without_does_not():
    data = two_classes()
    runs = [
        run(data, "mlp", seed=0, epochs=12, batch=16, mark=mark)
        for mark in ({"share": 1.0, "side": 5}, None)
    ]

    reached = shortcut.mark_accuracy(data, runs, side=5)["summary"]

    assert reached["marked"]["agreeing"]["mean"] > 0.95
    assert reached["marked"]["misleading"]["mean"] < 0.5
    assert reached["clean"]["none"]["mean"] > 0.8


def two_classes(count=160, side=16):
    """Give noise in three channels, brighter on the left for class 0, on the right for class 1."""
    generator = np.random.default_rng(0)
    labels = (np.arange(count) % 2).astype(np.uint8)
    images = generator.integers(60, 150, (count, 3, side, side))
    images[labels == 0, :, :, : side // 2] += 20
    images[labels == 1, :, :, side // 2 :] += 20
    half = count // 2
    return {
        "train_images": images[:half].astype(np.uint8),
        "train_labels": labels[:half],
        "test_images": images[half:].astype(np.uint8),
        "test_labels": labels[half:],
    }


def test_curves_begin_with_the_image_and_end_without_it(faithfulness):
    curves = faithfulness["curves"]

    starts = {round(curve[0], 5) for curve in curves["deletion"].values()}
    ends = {round(curve[-1], 5) for curve in curves["insertion"].values()}
    assert len(starts) == 1
    assert starts == ends


def test_a_network_that_forgot_nothing_has_the_same_map(forgetting):
    for method in ("grad_cam", "guided"):
        assert forgetting["summary"][method]["0"]["mean"] in (0, pytest.approx(1))
    assert forgetting["layers"][:2] == ["", "scores"]


def test_images_read_wrongly_are_looked_at_where_no_other_are(spaces, runs):
    images, _ = tensors(spaces, "test")
    blind = trained_network(runs[0], spaces)
    torch.nn.init.zeros_(blind.scores.weight)
    with torch.no_grad():
        blind.scores.bias.copy_(torch.tensor([1.0, 0.0]))

    looked_at, classes = rightly_read(blind, images, torch.ones(len(images)).long(), 4)

    torch.testing.assert_close(looked_at, images[:4])
    assert classes.tolist() == [1] * 4
