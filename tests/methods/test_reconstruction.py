"""Linear reconstruction is ridge regression, its penalty chosen without a look at what is drawn."""

from collections import OrderedDict

import pytest
import torch
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score
from torch import nn

from cnnviz.methods.reconstruction import left_out_errors, reconstruction, ridge
from tests.zoo import ZOO, grown, images, state

SHAPES = [(30, 8), (8, 30), (12, 12)]  # images and features: more, fewer, as many


def table(rows, columns, seed):
    return torch.rand(rows, columns, generator=torch.Generator().manual_seed(seed)).double()


def identity():
    return nn.Sequential(OrderedDict(pixels=nn.Identity())).eval()


def linear(outputs):
    torch.manual_seed(0)
    layers = OrderedDict(flatten=nn.Flatten(), dense=nn.Linear(16, outputs))
    return nn.Sequential(layers).double().eval()


@pytest.mark.parametrize("penalty", [1e-4, 0.3, 50.0])
@pytest.mark.parametrize("shape", SHAPES)
def test_ridge_is_scikit_learns(shape, penalty):
    features, targets = table(*shape, 0), table(shape[0], 5, 1)

    weights, intercept = ridge(features, targets, penalty)

    expected = Ridge(alpha=penalty, solver="svd").fit(features.numpy(), targets.numpy())
    torch.testing.assert_close(weights.T, torch.from_numpy(expected.coef_), rtol=1e-6, atol=1e-8)
    torch.testing.assert_close(intercept, torch.from_numpy(expected.intercept_))


@pytest.mark.parametrize("shape", SHAPES)
def test_the_error_without_an_image_is_that_of_learning_without_it(shape):
    features, targets = table(*shape, 0), table(shape[0], 5, 1)

    errors = left_out_errors(features, targets, [0.1, 3.0])

    for error, penalty in zip(errors, [0.1, 3.0], strict=True):
        squares = []
        for left in range(len(features)):
            kept = torch.arange(len(features)) != left
            weights, intercept = ridge(features[kept], targets[kept], penalty)
            squares.append((targets[left] - features[left] @ weights - intercept).square().mean())
        torch.testing.assert_close(error, torch.stack(squares).mean())


def test_r2_is_scikit_learns():
    network, _ = grown("in_place")
    others = images(12) + 0.1

    found = reconstruction(network, "relu2", images(9), others)

    expected = r2_score(
        others.flatten(1), found.pictures.flatten(1), multioutput="variance_weighted"
    )
    assert found.r2 == pytest.approx(expected)


def test_an_invertible_layer_keeps_the_whole_picture():
    some, others = (table(count, 16, count).reshape(count, 1, 4, 4) for count in (60, 20))

    found = reconstruction(linear(16), "dense", some, others, penalties=[1e-12])

    torch.testing.assert_close(found.pictures, others, rtol=0, atol=1e-4)
    assert found.r2 == pytest.approx(1)


def test_a_narrow_layer_keeps_no_more_than_its_dimensions():
    """Of 16 independent pixels, 4 numbers can explain a quarter of the variance."""
    some, others = (table(count, 16, count).reshape(count, 1, 4, 4) for count in (900, 300))

    found = reconstruction(linear(4), "dense", some, others)

    assert found.r2 == pytest.approx(0.25, abs=0.05)


def test_a_layer_that_says_nothing_leaves_the_mean_picture():
    network = linear(3)
    network.dense.weight.data.zero_()
    some, others = (table(count, 16, count).reshape(count, 1, 4, 4) for count in (30, 20))

    found = reconstruction(network, "dense", some, others)

    torch.testing.assert_close(found.pictures, some.mean(dim=0).expand_as(others))
    assert found.r2 < 0


def test_fewer_images_than_pixels_draw_mixtures_of_themselves():
    """Even from the pixels themselves: the drawing lies in the plane of the training images."""
    some, others = images(4, channels=1), images(9, channels=1)[4:]

    drawn = reconstruction(identity(), "pixels", some, others).pictures.flatten(1)

    mean = some.flatten(1).mean(dim=0)
    plane = (some.flatten(1) - mean).T
    projector = plane @ torch.linalg.pinv(plane)
    torch.testing.assert_close((drawn - mean) @ projector.T, drawn - mean)


def test_the_penalty_is_chosen_by_the_training_images_alone():
    network, layer = grown("in_place")

    first, other = (
        reconstruction(network, layer, images(9), others).penalty
        for others in (images(12), images(12).flip(2) * 3)
    )

    assert first == other


def test_a_layers_scale_changes_nothing():
    some, others = (table(count, 16, count).reshape(count, 1, 4, 4) for count in (40, 20))
    small, large = linear(6), linear(6)
    large.dense.weight.data *= 1000

    found = [reconstruction(each, "dense", some, others).r2 for each in (small, large)]

    assert found[0] == pytest.approx(found[1])


@pytest.mark.parametrize("kind", ZOO)
def test_leaves_the_network_as_it_was_also_after_an_error(kind):
    network, layer = grown(kind)
    before = state(network)

    reconstruction(network, layer, images(), images(5))
    with pytest.raises(RuntimeError):
        reconstruction(network, layer, images(channels=5), images(5, channels=5))

    assert state(network) == before


def test_works_inside_inference_mode():
    network, layer = grown("residual")
    expected = reconstruction(network, layer, images(), images(5))

    with torch.inference_mode():
        found = reconstruction(network, layer, images() * 1, images(5) * 1)

    assert found.r2 == expected.r2
    assert not found.pictures.is_inference()


def test_refuses_training_mode():
    with pytest.raises(ValueError, match="reconstruction needs a network in evaluation mode"):
        reconstruction(identity().train(), "pixels", images(), images())


@pytest.mark.parametrize(("few", "message"), [(1, "at least two images"), (3, "all the same")])
def test_refuses_images_that_leave_nothing_to_explain(few, message):
    with pytest.raises(ValueError, match=message):
        reconstruction(identity(), "pixels", images(), images(1).repeat(few, 1, 1, 1))


def test_refuses_penalties_that_are_not_above_zero():
    with pytest.raises(ValueError, match="ridge penalties are above 0"):
        reconstruction(identity(), "pixels", images(), images(), penalties=[1.0, 0.0])
