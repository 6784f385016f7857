"""DeepDream excites its layers more, octave by octave, and leaves everything as it was."""

import pytest
import torch
from torch import nn
from torch.nn.functional import interpolate

from cnnviz.methods.deepdream import blurred, deepdream, octave_sizes, resized
from tests.zoo import grown, images, state

KINDS = {"in_place": "conv2", "residual": "bn2", "relu6": "relu2", "functional": "conv2"}
EACH = pytest.mark.parametrize("kind", KINDS)


def dreamt(kind="residual", some=None, **options):
    network, _ = grown(kind)
    options = {"steps": 3, "octaves": 2, "jitter": 3} | options
    return deepdream(network, KINDS[kind], images() if some is None else some, **options)


@EACH
def test_every_step_excites_the_layer_more(kind):
    excitement = dreamt(kind, steps=5, rate=0.002, jitter=0, octaves=3).excitement

    assert excitement.shape == (3, 5, 3)
    assert (excitement.diff(dim=1) > 0).all()


def test_two_steps_are_those_of_the_formula():
    network, layer = grown("residual")

    found = deepdream(network, layer, images(1), steps=2, octaves=1, jitter=0, rate=0.01)

    picture = images(1)
    for step in range(2):
        pixels = picture.clone().requires_grad_()
        first = network.bn1(network.conv1(pixels)).relu()
        excitement = network.bn2(network.conv2(first)).square().mean()
        (gradient,) = torch.autograd.grad(excitement, pixels)
        torch.testing.assert_close(found.excitement[0, step, 0], excitement.detach())
        picture = (picture + 0.01 * gradient / gradient.abs().mean()).clamp(0, 1)
    torch.testing.assert_close(found.images, picture)


def test_the_detail_of_an_octave_is_put_into_the_next():
    """Mordvintsev's way: the smaller dream less its base, enlarged, on the larger base."""
    options = {"jitter": 0, "steps": 2, "rate": 0.01}
    network, layer = grown("residual")

    found = deepdream(network, layer, images(1), octaves=2, octave_scale=2, **options)

    small = resized(images(1), (8, 8))
    detail = deepdream(network, layer, small, octaves=1, **options).images - small
    start = images(1) + interpolate(detail, (16, 16), mode="bilinear", antialias=True)
    second = deepdream(network, layer, start, octaves=1, **options)
    torch.testing.assert_close(found.images, second.images)


@EACH
def test_an_image_is_dreamt_as_if_alone(kind):
    together = dreamt(kind).images

    alone = torch.cat([dreamt(kind, image[None]).images for image in images()])

    torch.testing.assert_close(together, alone)


@EACH
def test_the_size_stays_and_colours_stay_between_black_and_white(kind):
    found = dreamt(kind, images()[..., :15, :], rate=0.3).images

    assert found.shape == (3, 3, 15, 16)
    assert found.min() >= 0
    assert found.max() <= 1


def test_without_steps_the_image_stays_as_it_is():
    assert dreamt(steps=0, octaves=3).images.equal(images())


def test_octaves_are_smaller_by_the_scale_the_last_as_large_as_the_image():
    assert octave_sizes(320, 480, 4, 1.4) == [(117, 175), (163, 245), (229, 343), (320, 480)]


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


@pytest.mark.parametrize("layers", [["conv1", "bn2"], ["bn2", "conv1"]])
def test_several_layers_may_be_named_in_any_order(layers):
    network, _ = grown("residual")

    found = deepdream(network, layers, images(), steps=1, octaves=1, jitter=0)

    maps = network.conv1(images())
    deep = network.bn2(network.conv2(network.relu(network.bn1(maps))))
    expected = maps.square().mean(dim=(1, 2, 3)) + deep.square().mean(dim=(1, 2, 3))
    torch.testing.assert_close(found.excitement[0, 0], expected.detach())


def test_layers_have_weights():
    network, _ = grown("residual")
    options = {"steps": 1, "octaves": 1, "jitter": 0}

    one, other, both = (
        deepdream(network, layers, images(), **options).excitement
        for layers in ("conv1", "bn2", {"bn2": 0.5, "conv1": 3.0})
    )

    torch.testing.assert_close(both, 3 * one + 0.5 * other)


def test_what_comes_after_the_last_layer_does_not_run():
    """So that a network with dense layers takes octaves of all sizes."""
    network, _ = grown("in_place")

    assert deepdream(network, ["conv1", "conv2"], images(), steps=1).images.shape == (3, 3, 16, 16)


def test_the_history_has_each_step_as_large_as_the_image():
    found = dreamt(history=True)

    assert found.history.shape == (6, 3, 3, 16, 16)
    assert found.history[-1].equal(found.images)
    assert dreamt().history is None


def test_an_image_without_a_gradient_stays_as_it_is():
    network = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU()).double().eval()
    network[0].bias.data.fill_(-100.0)

    assert deepdream(network, "1", images(), steps=2, octaves=1).images.equal(images())


def test_smoothing_keeps_an_even_picture_and_the_sum_of_an_odd_one():
    point = torch.zeros(1, 2, 31, 31)
    point[0, 0, 15, 15] = 1

    torch.testing.assert_close(blurred(torch.ones(1, 2, 9, 9), 1.5), torch.ones(1, 2, 9, 9))
    torch.testing.assert_close(blurred(point, 1.5).sum(), torch.tensor(1.0))


def test_smoothing_has_the_deviation_asked_for():
    point = torch.zeros(1, 1, 41, 41).double()
    point[0, 0, 20, 20] = 1

    rows = blurred(point, 2.0)[0, 0].sum(dim=1)

    assert ((torch.arange(41) - 20) ** 2 * rows).sum().sqrt().item() == pytest.approx(2, rel=0.02)


def test_smoothing_makes_the_dream_smoother():
    def roughness(found):
        return (found.images - images()).diff(dim=3).abs().mean()

    assert roughness(dreamt(octaves=1, smoothing=2.0)) < roughness(dreamt(octaves=1))


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
