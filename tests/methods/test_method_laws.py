"""What every method promises, on every network of the zoo."""

import itertools

import pytest
import torch

from tests.each_method import METHODS
from tests.zoo import ZOO, grown, images, state

CLASSES = torch.tensor([3, 7, 1])
EACH = pytest.mark.parametrize(("method", "kind"), list(itertools.product(METHODS, ZOO)))


def applied(method, kind, some=None, classes=CLASSES):
    network, layer = grown(kind)
    return METHODS[method](network, layer, images() if some is None else some, classes)


@EACH
def test_explains_each_image_as_if_it_were_alone(method, kind):
    network, layer = grown(kind)

    together = METHODS[method](network, layer, images(), CLASSES)
    alone = [
        METHODS[method](network, layer, image[None], label[None])
        for image, label in zip(images(), CLASSES, strict=True)
    ]

    torch.testing.assert_close(together, torch.cat(alone), rtol=1e-9, atol=1e-12)


@EACH
def test_leaves_the_network_and_the_callers_randomness_as_they_were(method, kind):
    network, layer = grown(kind)
    before = state(network)

    METHODS[method](network, layer, images(), CLASSES)

    assert state(network) == before


@EACH
def test_leaves_the_network_as_it_was_also_after_an_error(method, kind):
    network, layer = grown(kind)
    before = state(network)

    with pytest.raises((RuntimeError, ValueError)):
        METHODS[method](network, layer, images(channels=5), CLASSES)

    assert state(network) == before


@EACH
def test_frozen_weights_and_contexts_without_gradients_change_nothing(method, kind):
    network, layer = grown(kind)
    expected = METHODS[method](network, layer, images(), CLASSES)

    network.requires_grad_(False)
    frozen = METHODS[method](network, layer, images(), CLASSES)
    with torch.no_grad():
        without = METHODS[method](network, layer, images(), CLASSES)
    with torch.inference_mode():
        inference = METHODS[method](network, layer, images() * 1, CLASSES * 1)

    for result in (frozen, without, inference):
        assert torch.equal(result, expected)


@EACH
def test_the_result_belongs_to_no_graph(method, kind):
    result = applied(method, kind, images().requires_grad_())

    assert not result.requires_grad
    assert not result.is_inference()


@pytest.mark.parametrize("method", METHODS)
def test_a_network_in_training_mode_is_refused_with_the_cure_and_not_changed(method):
    network, layer = grown("residual")
    network.bn1.train()
    before = state(network)

    with pytest.raises(ValueError, match=r"'bn1' is in training mode.*network\.eval\(\)"):
        METHODS[method](network, layer, images(), CLASSES)

    assert state(network) == before


@pytest.mark.parametrize("method", ["grad_cam", "saliency", "occlusion", "panel"])
def test_a_class_that_does_not_exist_is_refused(method):
    with pytest.raises(ValueError, match=r"classes are 0 to 9, but \[3, 10, 1\] were asked for"):
        applied(method, "in_place", classes=torch.tensor([3, 10, 1]))


@pytest.mark.parametrize("method", ["grad_cam", "feature_maps", "panel"])
def test_a_misspelt_layer_is_answered_with_the_near_miss(method):
    network, _ = grown("in_place")

    with pytest.raises(KeyError, match="Did you mean 'conv2'"):
        METHODS[method](network, "conv_2", images(), CLASSES)


def test_a_network_with_one_output_speaks_for_class_1_and_against_class_0():
    network, layer = grown("in_place")
    network.scores = torch.nn.Linear(8 * 6 * 6, 1).double().eval()

    both = METHODS["saliency"](network, layer, images(2), torch.tensor([0, 1]))
    swapped = METHODS["integrated_gradients"](network, layer, images(2), torch.tensor([0, 0]))
    straight = METHODS["integrated_gradients"](network, layer, images(2), torch.tensor([1, 1]))

    assert both.shape == (2, 3, 16, 16)
    torch.testing.assert_close(swapped, -straight)
