"""What a reader is told about where a figure comes from."""

from pathlib import Path

import pytest

from cnnviz.pages.provenance import provenance
from cnnviz.pages.wiring import Wiring
from cnnviz.pipeline.store import Store
from cnnviz.profile import read_profile
from tests.projects import ROOT

LITE = ("efficientnet_lite0", "packaged")
ON_IMAGENET = (
    "imagenet_kernels",  # its own arguments name the network
    "kernel_edges",  # among others, in an argument of its own
    "imagenet_patterns",
    "photo_heat",
    "methods_photos",
    "dream_layers",  # only the steps below it know the network
)


def result(figure, profile):
    wiring = Wiring()
    return wiring.result(wiring.find("figure", figure), {}, profile)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return Store(str(tmp_path_factory.mktemp("store")))


@pytest.mark.parametrize("figure", ON_IMAGENET)
def test_a_network_trained_by_others_is_named_with_its_weights(figure, store):
    profile = read_profile(Path(ROOT, "profiles", "smoke.toml"))

    told = provenance(result(figure, profile), store)

    assert told.pretrained == (LITE,)


def test_a_network_trained_here_is_not_among_them(store):
    profile = read_profile(Path(ROOT, "profiles", "smoke.toml"))

    told = provenance(result("digit_kernels", profile), store)

    assert told.pretrained == ()
    assert told.networks == ("lenet5", "mlp")


def test_networks_that_trained_for_different_lengths_are_told_apart(store):
    profile = read_profile(Path(ROOT, "profiles", "embedded.toml"))

    parking, digits = (
        provenance(result(name, profile), store) for name in ("parking_remap", "remap_accuracy")
    )

    assert parking.epochs["mobilenet_v3_small"] != parking.epochs["mlp"]
    assert not parking.alike
    assert digits.alike
