"""Pattern maximisation: the source's steps, climbing, silent units, and how pictures look."""

import numpy as np
import pytest
import torch
from scipy.ndimage import gaussian_filter
from torch import nn

from cnnviz.methods.maximise import deprocessed, maximise
from cnnviz.models.networks.lenet5 import lenet5
from tests.zoo import ZOO, grown

MANNERS = pytest.mark.parametrize("manner", ["plain", "natural"])
ZOO_LAYERS = pytest.mark.parametrize("kind", ZOO)


def patterns(kind="in_place", units=(1, 4), layer=None, **options):
    network, zoo_layer = grown(kind)
    return maximise(network, layer or zoo_layer, list(units), 16, **({"steps": 3} | options))


def test_the_plain_manner_is_chollets_step_by_step():
    """In 64-bit arithmetic, by hand: the whole network, one picture, no shortcut."""
    network, layer = grown("in_place")

    found = maximise(network, layer, [5], 16, steps=2, seed=3)

    start = maximise(network, layer, [5], 16, steps=0, seed=3).images
    picture = start * 255
    for _ in range(2):
        pixels = (picture / 255).requires_grad_()
        maps = network.conv2(network.pool1(network.conv1(pixels).relu()))
        (gradient,) = torch.autograd.grad(maps[0, 5].mean(), pixels)
        gradient /= gradient.square().mean().sqrt() + 1e-5
        picture = picture + gradient * 1.0
    torch.testing.assert_close(found.images, picture / 255)


def test_the_plain_manner_starts_as_noise_of_128_to_148_levels():
    levels = patterns(steps=0).images * 255

    assert 128 <= levels.min() < 129
    assert 147 < levels.max() <= 148


@MANNERS
@ZOO_LAYERS
def test_every_step_climbs(manner, kind):
    rate = {"plain": 1e-3, "natural": 1e-2}[manner]

    activations = patterns(kind, steps=5, manner=manner, rate=rate, jitter=0).activations

    assert activations.shape == (6, 2)
    assert (activations.diff(dim=0) > 0).all()


@MANNERS
def test_the_last_activation_is_that_of_the_picture(manner):
    network, layer = grown("residual")

    found = maximise(network, layer, [2, 6], 16, steps=3, manner=manner)

    first = network.relu(network.bn1(network.conv1(found.images)))
    maps = network.bn2(network.conv2(first))
    own = torch.stack([maps[0, 2].mean(), maps[1, 6].mean()])
    torch.testing.assert_close(found.activations[-1], own)


def test_smoothing_blurs_the_gradient_of_each_step():
    start = patterns(steps=0).images
    sharp, soft = (patterns(steps=1, smoothing=by).images - start for by in (0.0, 1.5))

    blurred = gaussian_filter(sharp.numpy(), (0, 0, 1.5, 1.5), mode="nearest", truncate=3)

    expected = torch.from_numpy(blurred)
    for one in (soft, expected):  # a step has one length, whatever the gradient's
        one /= one.square().mean(dim=(1, 2, 3), keepdim=True).sqrt()
    torch.testing.assert_close(soft, expected, rtol=1e-3, atol=1e-3)


def test_smoothing_is_refused_where_no_pixels_move():
    with pytest.raises(ValueError, match="the natural manner moves none: use manner='plain'"):
        patterns(manner="natural", smoothing=1.0)


def test_each_unit_has_a_start_of_its_own():
    one, other = patterns(units=(1, 4), steps=0).images

    assert not torch.allclose(one, other, atol=1e-3)


@MANNERS
def test_a_silent_unit_is_told_and_its_picture_is_its_start(manner):
    network, _ = grown("in_place")
    network.conv2.bias.data[4] = -100.0

    found = maximise(network, "relu2", [1, 4], 16, steps=3, manner=manner)

    start = maximise(network, "relu2", [1, 4], 16, steps=0, manner=manner)
    assert found.silent.tolist() == [False, True]
    assert found.images[1].equal(start.images[1])


@MANNERS
def test_a_unit_of_a_dense_layer_is_its_own_number(manner):
    network, _ = grown("in_place")

    found = maximise(network, "scores", [7], 16, steps=3, manner=manner)

    torch.testing.assert_close(found.activations[-1], network(found.images)[:, 7].detach())
    assert found.activations[-1] > found.activations[0]


@MANNERS
def test_one_channel_of_28_pixels_works(manner):
    with torch.random.fork_rng():
        torch.manual_seed(0)
        network = lenet5(channels=1, size=28).eval()

    found = maximise(network, "conv2", [0, 15], 28, channels=1, steps=3, manner=manner)

    assert found.images.shape == (2, 1, 28, 28)
    assert (found.activations[-1] > found.activations[0]).all()


def test_pictures_may_be_higher_than_wide():
    network, layer = grown("residual")

    assert maximise(network, layer, [1], (20, 13), steps=1).images.shape == (1, 3, 20, 13)


def test_the_natural_manner_stays_between_black_and_white():
    images = patterns(manner="natural", steps=30, rate=1.0).images

    assert images.min() >= 0
    assert images.max() <= 1


def test_the_network_sees_pictures_prepared():
    network, layer = grown("in_place")
    doubled = nn.Sequential(nn.Identity(), network).eval()
    doubled[0].register_forward_hook(lambda _module, _inputs, output: output * 2 - 1)

    found = maximise(network, layer, [1], 16, steps=3, prepare=lambda images: images * 2 - 1)

    expected = maximise(doubled, f"1.{layer}", [1], 16, steps=3)
    torch.testing.assert_close(found.images, expected.images)


def test_jitter_does_not_matter_where_places_do_not():
    """With circular padding, a map's mean is the same wherever the picture is shifted to."""
    network = nn.Sequential(
        nn.Conv2d(3, 4, 3, padding="same", padding_mode="circular"), nn.ReLU()
    ).double()
    options = {"steps": 4, "manner": "natural"}

    still, shifted = (
        maximise(network.eval(), "1", [2], 16, jitter=jitter, **options) for jitter in (0, 5)
    )

    torch.testing.assert_close(still.images, shifted.images)


def test_deprocessed_patterns_have_mean_a_half_and_deviation_a_tenth():
    images = torch.from_numpy(np.random.default_rng(0).uniform(-3, 8, (2, 3, 9, 9)))

    shown = deprocessed(images)

    assert shown.mean(dim=(1, 2, 3)).tolist() == pytest.approx([0.5, 0.5])
    assert shown.std(dim=(1, 2, 3), correction=0).tolist() == pytest.approx([0.1, 0.1], rel=1e-4)


def test_deprocessed_cuts_off_what_is_beyond_black_and_white():
    image = torch.zeros(1, 1, 20, 20)
    image[0, 0, 3, 4] = 1

    assert deprocessed(image).max() == 1
