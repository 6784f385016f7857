"""What lesson 10 measures and draws: heat maps, on tiny data."""

import base64
from io import BytesIO

import numpy as np
import pytest
import torch
from PIL import Image

from cnnviz.data.sources import PHOTOS
from cnnviz.drawing.heat import opened, over
from cnnviz.lessons.class_activation import faithfulness as faithful
from cnnviz.lessons.class_activation import mark_maps, shortcut
from cnnviz.lessons.class_activation import parking as heat_parking
from cnnviz.lessons.class_activation import photos as heat_photos
from cnnviz.lessons.shared import photos
from cnnviz.lessons.shared import trained as training
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.pictured import map_pictured, pictured, shares
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.models import network
from tests.drawings import check, draw

LITE = {"network": "efficientnet_lite0", "weights": "packaged"}
COVERS = {"photo_heat": "cover_class_activation"}


@pytest.fixture(scope="module")
def spaces():
    """Twelve coloured images of 48 px: those of class 1 have a bright middle."""
    images = np.random.default_rng(0).integers(0, 90, (24, 3, 48, 48), dtype=np.uint8)
    labels = (np.arange(24) % 2).astype(np.uint8)
    images[labels == 1, :, 12:36, 12:36] += 120
    return {
        **{"train_images": images[:12], "train_labels": labels[:12]},
        **{"test_images": images[12:], "test_labels": labels[12:]},
    }


@pytest.fixture(scope="module")
def runs(spaces):
    """Train a network without and one with the mark, a little."""
    train = training.run
    return [
        train(spaces, "chollet_convnet", seed=0, epochs=3, mark=mark)
        for mark in (None, {"share": 1.0, "side": 6})
    ]


@pytest.fixture(scope="module")
def results(spaces, runs):
    """Give what each figure is drawn from."""
    data = photos.shown("", {original.name: "" for original in PHOTOS.originals})
    clean, marked = runs
    tested = shortcut.tested(spaces, runs, side=6)
    answered = heat_photos.answered(**LITE, data=data, names=["chelsea", "coffee"])
    place = {"layer": "relu4", "stand_in": True}
    return {
        "photo_heat": answered,
        "cover_class_activation": answered,
        "cam_sum": heat_photos.summed(
            **LITE, head="classifier.1", data=data, names=["chelsea"], shown=5
        ),
        "methods_photos": heat_photos.by_method(
            **LITE, data=data, names=["chelsea"], window=112, stride=112
        ),
        "methods_parking": heat_parking.by_method(spaces, clean, window=24, stride=24, **place),
        "best_and_worst": heat_parking.best_and_worst(spaces, clean, marked, count=2, **place),
        "mark_accuracy": heat_parking.told(tested, stand_in=True),
        "mark_seen": mark_maps.found(
            *(spaces, runs, {"grad_cam": "relu4", "grad_cam_before": "relu3"}),
            **{"side": 6, "window": 16, "stride": 16, "count": 3, "shown": 2, "stand_in": True},
        ),
        "faithfulness": faithful.curves(spaces, clean, count=3, steps=4, seed=0, **place),
        "forgetting": faithful.forgetting(spaces, clean, count=2, seeds=[0, 1], **place),
    }


def test_every_drawing_is_well_formed_as_large_as_it_says_and_the_same_twice(results):
    for name, result in results.items():
        check(name, result)


def test_every_drawing_is_light(results):
    for name, result in results.items():
        assert len(draw(name, result).data) < 250_000, name


def test_drawn_spaces_are_named_as_such_on_the_figure_and_photographs_are_not(results):
    for name in ("methods_parking", "best_and_worst", "mark_seen", "faithfulness", "forgetting"):
        photographed = results[name] | {"stand_in": False}
        assert draw(name, results[name]) != draw(name, photographed), name


def test_a_small_picture_comes_back_pixel_by_pixel():
    image = torch.randint(0, 256, (3, 9, 7)).float() / 255

    np.testing.assert_allclose(opened(pictured(image)).transpose(2, 0, 1), image, atol=1e-6)


def test_a_large_picture_is_webp_and_a_map_png():
    large, small = pictured(torch.rand(3, 80, 80)), map_pictured(torch.rand(80, 80))

    assert (large[:16], small[:15]) == ("data:image/webp;", "data:image/png;")
    data = base64.b64decode(large.partition(",")[2])
    assert Image.open(BytesIO(data)).size == (80, 80)


def test_maps_are_shares_of_their_maximum_without_what_is_negative():
    assert shares(torch.tensor([[-1.0, 2.0], [4.0, 0.0]])) == [[0.0, 0.5], [1.0, 0.0]]
    assert shares(torch.tensor([[-1.0, 0.0]])) == [[0.0, 0.0]]
    assert opened(map_pictured(torch.zeros(4, 4))).max() == 0


def test_without_heat_a_picture_only_loses_its_colours():
    picture = np.random.default_rng(0).random((6, 6, 3))

    laid = over(picture, np.zeros((2, 2)))

    np.testing.assert_allclose(laid, np.repeat(picture.mean(axis=2, keepdims=True), 3, axis=2))


def test_the_last_maps_are_those_before_what_averages_or_flattens():
    images = torch.zeros(1, 3, 64, 64)

    assert heat_photos.last_maps(network("efficientnet_lite0").eval(), images) == "features.8.2"
    assert heat_photos.last_maps(network("vgg16").eval(), images) == "features.29"
    with pytest.raises(ValueError, match="no activation with maps"):
        heat_photos.last_maps(network("mlp", channels=3, size=64).eval(), images)


def test_grad_cam_of_an_averaging_network_is_cam(results):
    assert max(results["cam_sum"]["differences"].values()) < 1e-5


def test_what_the_channels_add_and_the_bias_make_the_score(results):
    shown = results["cam_sum"]

    added = [channel["added"] for channel in shown["channels"]]
    assert added == sorted(added, reverse=True)
    assert shown["bias"] + sum(added) < shown["score"]


def test_best_and_worst_are_ordered_by_the_chance_of_the_right_class(spaces, runs, results):
    images, labels = tensors(spaces, "test")
    chance = heat_parking.chance_of(trained_network(runs[0], spaces), images, labels)

    def right(kind, which):
        (group,) = (
            g
            for g in results["best_and_worst"]["groups"]
            if (g["kind"], g["which"]) == (kind, which)
        )
        answers = [example["full"] for example in group["examples"]]
        return [a["probability"] if a["answer"] == kind else 1 - a["probability"] for a in answers]

    of_class = chance[labels == 1].sort().values
    assert right("occupied", "worst") == pytest.approx(of_class[:2].tolist(), abs=1e-5)
    assert right("occupied", "best") == pytest.approx(of_class.flip(0)[:2].tolist(), abs=1e-5)


def test_both_networks_are_tested_on_the_same_changes(spaces, runs):
    amounts = {"shift": 0.1, "turn": 10.0, "flip": True}

    found = heat_parking.changed_images(spaces, runs[0], runs[0], amounts, seed=0)["accuracy"]

    assert found["full"] == found["augmented"]
    assert found["full"]["original"] == runs[0]["accuracy"]


def test_the_share_on_the_mark_is_that_of_its_corner():
    maps = torch.zeros(2, 8, 8)
    maps[0, 0, 0], maps[0, 7, 7] = 1.0, 3.0

    assert mark_maps._corner(maps, 4) == [0.25, 0.0]


def test_every_image_and_method_is_kept_of_both_networks(results):
    rows = results["mark_seen"]["runs"]

    assert len(rows) == 2 * 3 * 3
    assert {row["taught"] for row in rows} == {"clean", "marked"}
    assert all(0 <= row["share"] <= 1 for row in rows)


def test_curves_begin_with_the_image_and_end_without_it(results):
    curves = results["faithfulness"]["curves"]

    starts = {round(curve[0], 5) for curve in curves["deletion"].values()}
    ends = {round(curve[-1], 5) for curve in curves["insertion"].values()}
    assert len(starts) == 1
    assert starts == ends


def test_a_network_that_forgot_nothing_has_the_same_map(results):
    for method in ("grad_cam", "guided"):
        assert results["forgetting"]["summary"][method]["0"]["mean"] in (0, pytest.approx(1))
    assert results["forgetting"]["layers"][:2] == ["", "scores"]


def test_images_read_wrongly_are_looked_at_where_no_other_are(spaces, runs):
    images, _ = tensors(spaces, "test")
    blind = trained_network(runs[0], spaces)
    torch.nn.init.zeros_(blind.scores.weight)
    with torch.no_grad():
        blind.scores.bias.copy_(torch.tensor([1.0, 0.0]))

    looked_at = faithful._rightly_read(blind, images, torch.ones(len(images)).long(), 4)

    torch.testing.assert_close(looked_at, images[:4])
