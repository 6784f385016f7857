"""DeepDream leaves everything as it was, and refuses what makes no sense."""

import pytest
import torch

from cnnviz.methods.deepdream import deepdream
from tests.methods.test_deepdream import EACH, KINDS, dreamt
from tests.zoo import grown, images, state


@EACH
def test_an_image_is_dreamt_as_if_alone(kind):
    together = dreamt(kind).images

    alone = torch.cat([dreamt(kind, image[None]).images for image in images()])

    torch.testing.assert_close(together, alone)


def test_the_seed_decides_the_shifts():
    torch.manual_seed(3)
    first = dreamt()
    torch.manual_seed(4)
    again, another = dreamt(), dreamt(seed=1)

    assert first.images.equal(again.images)
    assert not first.images.equal(another.images)


@EACH
def test_leaves_the_network_the_image_and_the_callers_randomness_as_they_were(kind):
    network, _ = grown(kind)
    some = images()
    before = state(network)

    deepdream(network, [KINDS[kind], "conv1"], some, steps=2, octaves=2)

    assert state(network) == before
    assert some.equal(images())


@EACH
def test_leaves_the_network_as_it_was_also_after_an_error(kind):
    network, _ = grown(kind)
    before = state(network)
    seen = []

    def prepare(images):
        seen.append(images)
        if len(seen) == 4:
            raise RuntimeError("in the third step")
        return images

    with pytest.raises(RuntimeError, match="in the third step"):
        deepdream(network, KINDS[kind], images(), octaves=2, prepare=prepare)

    assert state(network) == before


def test_frozen_weights_and_contexts_without_gradients_change_nothing():
    network, layer = grown("residual")
    options = {"steps": 2, "octaves": 2}
    expected = deepdream(network, layer, images(), **options).images

    network.requires_grad_(False)
    frozen = deepdream(network, layer, images(), **options).images
    with torch.no_grad():
        without = deepdream(network, layer, images(), **options).images
    with torch.inference_mode():
        inference = deepdream(network, layer, images() * 1, **options).images

    for found in (frozen, without, inference):
        assert found.equal(expected)
        assert not found.requires_grad
        assert not found.is_inference()


def test_what_comes_after_the_last_layer_does_not_run():
    """So that a network with dense layers takes octaves of all sizes."""
    network, _ = grown("in_place")

    assert deepdream(network, ["conv1", "conv2"], images(), steps=1).images.shape == (3, 3, 16, 16)


def test_a_network_in_training_mode_is_refused_with_the_cure():
    network, layer = grown("residual")

    with pytest.raises(
        ValueError, match=r"deepdream needs a network in evaluation mode.*network\.eval\(\)"
    ):
        deepdream(network.train(), layer, images())


@pytest.mark.parametrize(("octaves", "scale"), [(0, 1.4), (2, 1.0)])
def test_octaves_that_make_no_sense_are_refused(octaves, scale):
    with pytest.raises(ValueError, match="at least one octave and a scale above 1"):
        dreamt(octaves=octaves, octave_scale=scale)


def test_octaves_too_small_for_the_layer_are_told():
    network, _ = grown("in_place")

    with pytest.raises(RuntimeError) as error:
        deepdream(network, "conv2", images(), octaves=6)

    assert "the smallest octave is 3×3: try fewer octaves" in error.value.__notes__


def test_a_misspelt_layer_is_answered_with_the_near_miss():
    network, _ = grown("residual")

    with pytest.raises(KeyError, match="Did you mean 'conv2'"):
        deepdream(network, ["conv1", "conv_2"], images())
