"""DeepDream excites its layers more, octave by octave, as its formulas say."""

import pytest
import torch
from torch import nn
from torch.nn.functional import interpolate

from cnnviz.methods.blurring import blurred
from cnnviz.methods.deepdream import deepdream, octave_sizes, resized
from tests.zoo import grown, images

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
def test_the_size_stays_and_colours_stay_between_black_and_white(kind):
    found = dreamt(kind, images()[..., :15, :], rate=0.3).images

    assert found.shape == (3, 3, 15, 16)
    assert found.min() >= 0
    assert found.max() <= 1


def test_without_steps_the_image_stays_as_it_is():
    assert dreamt(steps=0, octaves=3).images.equal(images())


def test_octaves_are_smaller_by_the_scale_the_last_as_large_as_the_image():
    assert octave_sizes(320, 480, 4, 1.4) == [(117, 175), (163, 245), (229, 343), (320, 480)]


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
