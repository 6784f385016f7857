"""Deletion and insertion exchange pixels in the map's order, and measure what that does."""

from collections import OrderedDict

import numpy as np
import pytest
import torch
from torch import nn

from cnnviz.methods import faithfulness as module
from cnnviz.methods.faithfulness import deletion, insertion
from tests.zoo import ZOO, grown, images, state

CLASSES = torch.tensor([3, 7, 1])
BOTH = pytest.mark.parametrize("measure", [deletion, insertion])
FIELDS = ("shares", "probabilities", "areas")


def linear(classes=1, side=4):
    """Give a network whose scores are weighted sums of the pixels."""
    torch.manual_seed(0)
    scores = nn.Linear(side * side, classes).double()
    return nn.Sequential(OrderedDict(flatten=nn.Flatten(), scores=scores)).eval()


def pictures(count=2, side=4):
    return torch.rand(count, 1, side, side, generator=torch.Generator().manual_seed(1)).double()


def maps(count=3, side=16, seed=2):
    return torch.rand(count, side, side, generator=torch.Generator().manual_seed(seed)).double()


def test_no_order_deletes_a_linear_models_evidence_faster_than_its_own_contributions():
    """Each pixel adds weight × value, so what is left after any number of pixels is least."""
    network, some, classes = linear(), pictures(), torch.ones(2).long()
    contributions = network.scores.weight.reshape(1, 4, 4) * some[:, 0]

    best = deletion(network, some, classes, contributions.detach(), steps=16).probabilities

    for seed in range(20):
        other = deletion(network, some, classes, maps(2, 4, seed), steps=16).probabilities
        assert (best <= other + 1e-12).all()


def test_no_order_inserts_a_linear_models_evidence_faster_than_its_own_contributions():
    network, some, classes = linear(), pictures(), torch.ones(2).long()
    contributions = network.scores.weight.reshape(1, 4, 4) * some[:, 0]

    best = insertion(network, some, classes, contributions.detach(), steps=16).probabilities

    for seed in range(20):
        other = insertion(network, some, classes, maps(2, 4, seed), steps=16).probabilities
        assert (best >= other - 1e-12).all()


def test_insertion_of_an_image_is_deletion_of_what_it_begins_with():
    network, _ = grown("in_place")
    blurred = images().flip(3)

    given = insertion(network, images(), CLASSES, maps(), steps=8, fill=blurred)

    taken = deletion(network, blurred, CLASSES, maps(), steps=8, fill=images())
    assert all(getattr(given, each).equal(getattr(taken, each)) for each in FIELDS)


def test_insertion_is_deletion_in_the_other_order_read_backwards():
    network, _ = grown("in_place")

    given = insertion(network, images(), CLASSES, maps(), steps=8)

    taken = deletion(network, images(), CLASSES, -maps(), steps=8)
    torch.testing.assert_close(given.probabilities, taken.probabilities.flip(1))


@BOTH
def test_the_curve_lies_between_the_image_and_what_is_filled_in(measure):
    network, _ = grown("residual")

    curve = measure(network, images(), CLASSES, maps(), steps=5, fill=0.5).probabilities

    ends = [images(), torch.full_like(images(), 0.5)]
    whole, filled = (network(end).softmax(dim=1)[torch.arange(3), CLASSES] for end in ends)
    first, last = (whole, filled) if measure is deletion else (filled, whole)
    torch.testing.assert_close(curve[:, 0], first)
    torch.testing.assert_close(curve[:, -1], last)


@pytest.mark.parametrize("steps", [1, 5, 7, 256])
def test_the_area_is_numpys_trapezoid(steps):
    network, _ = grown("in_place")

    curves = deletion(network, images(), CLASSES, maps(), steps=steps)

    areas = np.trapezoid(curves.probabilities.numpy(), curves.shares.numpy(), axis=1)
    np.testing.assert_allclose(curves.areas.numpy(), areas)
    assert (curves.shares[0], curves.shares[-1]) == (0, 1)
    assert len(curves.shares) == steps + 1


def test_pixels_of_equal_importance_go_row_by_row():
    """The score counts the places of the pixels that are left: 1 for the first, 2, 4, 8 …"""
    network = linear(side=2)
    network.scores.weight.data = torch.tensor([[1.0, 2.0, 4.0, 8.0]]).double()
    network.scores.bias.data.zero_()
    some, level = torch.ones(1, 1, 2, 2).double(), torch.tensor([[[0.0, 0.0], [1.0, 0.0]]]).double()

    curve = deletion(network, some, torch.tensor([1]), level, steps=4).probabilities

    torch.testing.assert_close(curve[0].logit(), torch.tensor([15.0, 11, 10, 8, 0]).double())


def test_all_colours_of_a_pixel_go_together():
    network = linear(side=6)  # the pixels of 3 × 3 × 4
    network.scores.weight.data.fill_(1)
    network.scores.bias.data.zero_()
    some = torch.full((1, 3, 3, 4), 0.1).double()

    curve = deletion(network, some, torch.tensor([1]), maps(1, 4)[:, :3], steps=12).probabilities

    torch.testing.assert_close(curve[0].logit(), torch.arange(12, -1, -1).double() * 0.3)


def test_a_network_with_one_output_gives_the_sigmoid_of_either_class():
    network, some = linear(), pictures()

    one, zero = (
        deletion(network, some, torch.full((2,), label), maps(2, 4), steps=4).probabilities
        for label in (1, 0)
    )

    torch.testing.assert_close(one[:, 0], network(some)[:, 0].sigmoid())
    torch.testing.assert_close(one + zero, torch.ones_like(one))


@BOTH
@pytest.mark.parametrize("chunk", [1, 5])
def test_is_the_same_whatever_the_chunk(monkeypatch, measure, chunk):
    network, _ = grown("in_place")
    expected = measure(network, images(), CLASSES, maps(), steps=4)
    monkeypatch.setattr(module, "CHUNK", chunk)

    found = measure(network, images(), CLASSES, maps(), steps=4)

    torch.testing.assert_close(found.probabilities, expected.probabilities)


@BOTH
@pytest.mark.parametrize("kind", ZOO)
def test_leaves_the_network_as_it_was_also_after_an_error(measure, kind):
    network, _ = grown(kind)
    before = state(network)

    measure(network, images(), CLASSES, maps(), steps=2)
    with pytest.raises(RuntimeError):
        measure(network, images(channels=5), CLASSES, maps(), steps=2)

    assert state(network) == before


def test_works_inside_inference_mode():
    network, _ = grown("residual")
    expected = deletion(network, images(), CLASSES, maps(), steps=3)

    with torch.inference_mode():
        found = deletion(network, images() * 1, CLASSES * 1, maps() * 1, steps=3)

    assert found.areas.equal(expected.areas)
    assert not found.areas.is_inference()


@BOTH
def test_refuses_training_mode(measure):
    with pytest.raises(ValueError, match=f"{measure.__name__} needs a network in evaluation mode"):
        measure(linear().train(), pictures(), torch.ones(2).long(), maps(2, 4))


@pytest.mark.parametrize("steps", [0, 17])
def test_refuses_more_steps_than_pixels(steps):
    with pytest.raises(ValueError, match=f"in 1 to 16 steps, not {steps}"):
        deletion(linear(), pictures(), torch.ones(2).long(), maps(2, 4), steps=steps)
