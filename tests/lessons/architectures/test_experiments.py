"""The numbers of lesson 5 are those of the networks and of their sources."""

import tomllib
from functools import cache

import pytest

from cnnviz.lessons.architectures import experiments, imagenet_accuracy
from cnnviz.lessons.architectures.claims import CABRAL, CHOLLET, MARTINS
from cnnviz.lessons.architectures.plan import IMAGENET, SMALL
from tests.projects import ROOT

TOTALS = {"lenet5": 62_958, "simple_cnn": 1_853_034, "chollet_convnet": 3_453_121}


@cache
def stages():
    return experiments.network_stages(SMALL | IMAGENET)


@cache
def published():
    return imagenet_accuracy.accuracy_chart()


def quoted():
    return tomllib.loads((ROOT / "docs" / "quoted.toml").read_text())


@pytest.mark.parametrize(("table", "source"), [("cabral_lenet5", CABRAL), ("chollet", CHOLLET)])
def test_what_claims_compare_with_is_what_readers_are_told(table, source):
    told = quoted()[table]

    assert {layer: told[layer] for layer in source} == source
    assert told["total"] == sum(source.values())


def test_martins_total_is_what_readers_are_told():
    assert quoted()["martins_cnn"]["total"] == MARTINS


@pytest.mark.parametrize("name", SMALL)
def test_layers_add_up_to_the_sources_total(name):
    counted = experiments.network_layers({name: SMALL[name]})[name]

    assert counted["total"]["parameters"] == TOTALS[name]
    assert sum(row["parameters"] for row in counted["layers"]) == TOTALS[name]


@pytest.mark.parametrize("name", [*SMALL, *IMAGENET])
def test_stages_add_up_to_the_whole_network(name):
    row = stages()[name]

    for what in ("parameters", "multiply_adds"):
        assert sum(stage[what] for stage in row["stages"]) == row["total"][what]
        assert sum(row["shares"][part][what] for part in row["shares"]) == pytest.approx(1)


def test_a_stage_is_told_by_the_size_of_its_blocks_outputs():
    """An expansion inside a block that shrinks still has the old size: it is no stage of it."""
    shapes = [stage["shape"] for stage in stages()["efficientnet_lite0"]["stages"]]

    sides = [(16, 112), (24, 56), (40, 28), (112, 14), (1280, 7)]
    assert shapes == [*([c, s, s] for c, s in sides), [1000]]


def test_torchvisions_parameters_are_those_of_the_networks():
    for name in ("alexnet", "vgg16", "resnet18", "mobilenet_v3_small"):
        counted = stages()[name]["total"]
        told = published()["named"][name]
        assert counted["parameters"] == told["parameters"]
        assert counted["multiply_adds"] / 1e9 == pytest.approx(told["operations"], rel=0.02)


def test_every_network_of_the_chart_has_a_name_of_its_own():
    names = [row["name"] for row in published()["networks"]]

    assert len(set(names)) == len(names) == published()["count"]
    assert {"AlexNet", "VGG-16", "ResNet-50", "RegNetX-1.6GF", "MobileNetV3-Small"} <= set(names)


def test_a_network_without_a_spelling_is_named():
    with pytest.raises(ValueError, match=r"'newnet9'.*SPELLINGS"):
        imagenet_accuracy.spelt("newnet9")
