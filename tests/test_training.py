"""Training learns, is fixed by its seed, and stops where the loss is no number."""

import pytest
import torch
from torch import nn

from cnnviz.data.digits import packaged_digits, stratified_split
from cnnviz.models.networks.mlp import mlp
from cnnviz.training import OPTIMISERS, accuracy, probabilities, train, without_subnormals


def separable(count=60):
    """Give images that are brighter on the left (class 0) or on the right (class 1)."""
    torch.manual_seed(0)
    labels = torch.arange(count) % 2
    images = torch.rand(count, 1, 4, 4) * 0.4
    for side, columns in enumerate((slice(0, 2), slice(2, 4))):
        images[labels == side, :, :, columns] += 0.5
    return images, labels


def small(seed=0):
    torch.manual_seed(seed)
    return mlp(size=4, hidden=8, classes=2)


def learnt(seed, **options):
    """Train from the same start; give the weights."""
    network = small()
    train(network, *separable(), epochs=2, seed=seed, batch=8, **options)
    return torch.cat([parameter.detach().flatten() for parameter in network.parameters()])


def test_learns_a_separable_problem_to_the_last_image():
    network = small()

    train(network, *separable(), epochs=30, seed=0, batch=8, rate=1e-2)

    assert accuracy(network, *separable()) == 1


def test_the_same_seed_gives_the_same_weights_to_the_last_bit():
    assert learnt(seed=1).equal(learnt(seed=1))


def test_another_seed_shows_the_images_in_another_order():
    assert not learnt(seed=1).equal(learnt(seed=2))


def test_what_the_caller_drew_before_does_not_matter():
    first = learnt(seed=1)
    torch.manual_seed(99)

    assert learnt(seed=1).equal(first)


def test_measuring_on_validation_data_changes_no_weight():
    images, labels = separable()

    assert learnt(seed=1, validation=(images[:7], labels[:7])).equal(learnt(seed=1))


def test_leaves_the_callers_randomness_alone():
    network, (images, labels) = small(), separable()
    before = torch.get_rng_state()

    train(network, images, labels, epochs=1, seed=5)

    assert torch.get_rng_state().equal(before)


def test_the_history_has_an_entry_an_epoch_with_the_validation_accuracy():
    network, (images, labels) = small(), separable()
    held_out = images[:10], labels[:10]

    history = train(network, images, labels, epochs=3, seed=0, validation=held_out)

    kept = {"loss", "accuracy", "validation_loss", "validation_accuracy"}
    assert [set(entry) for entry in history] == [kept] * 3
    assert history[-1]["validation_accuracy"] == accuracy(network, *held_out)
    loss = nn.functional.cross_entropy(network(held_out[0]), held_out[1]).item()
    assert history[-1]["validation_loss"] == pytest.approx(loss, rel=1e-5)


def test_without_validation_data_the_history_has_loss_and_accuracy_alone():
    history = train(small(), *separable(), epochs=2, seed=0)

    assert [set(entry) for entry in history] == [{"loss", "accuracy"}] * 2


def test_the_accuracy_of_an_epoch_is_that_of_the_network_on_the_way():
    network, (images, labels) = small(), separable(10)
    expected = accuracy(small().eval(), images, labels)

    (entry,) = train(network, images, labels, epochs=1, seed=0, batch=4, rate=1e-12)

    assert entry["accuracy"] == pytest.approx(expected)


@pytest.mark.parametrize("optimiser", OPTIMISERS)
def test_every_optimiser_learns_a_separable_problem(optimiser):
    network = small()

    train(network, *separable(), epochs=30, seed=0, batch=8, rate=1e-2, optimiser=optimiser)

    assert accuracy(network, *separable()) > 0.95


def test_an_optimiser_that_does_not_exist_is_answered_with_the_near_miss():
    with pytest.raises(KeyError, match="Did you mean 'rmsprop'"):
        train(small(), *separable(), epochs=1, seed=0, optimiser="rmsprp")


def test_a_network_with_one_output_learns_two_classes_as_one_with_two():
    torch.manual_seed(0)
    network = mlp(size=4, hidden=8, classes=1)

    train(network, *separable(), epochs=30, seed=0, batch=8, rate=1e-2)

    assert accuracy(network, *separable()) == 1
    scores, given = network(separable()[0])[:, 0], probabilities(network, separable()[0])
    torch.testing.assert_close(given[:, 1], scores.sigmoid())
    torch.testing.assert_close(given.sum(dim=1), torch.ones(60))


def test_each_batch_is_augmented_and_the_seed_decides_how():
    shapes = []

    def noisy(images):
        shapes.append(tuple(images.shape))
        return images + torch.rand_like(images)

    first = learnt(seed=1, augment=noisy)
    torch.manual_seed(99)

    assert shapes == [(8, 1, 4, 4)] * 7 + [(4, 1, 4, 4)] + [(8, 1, 4, 4)] * 7 + [(4, 1, 4, 4)]
    assert learnt(seed=1, augment=noisy).equal(first)
    assert not learnt(seed=1).equal(first)


def test_who_watches_is_called_before_the_first_epoch_and_after_each():
    network, seen = small(), []

    train(
        network,
        *separable(),
        epochs=2,
        seed=0,
        watch=lambda epoch: seen.append((epoch, network.training)),
    )

    assert seen == [(0, False), (1, False), (2, False)]


def test_the_loss_is_the_mean_over_images_though_the_last_batch_is_smaller():
    """With a rate of almost nothing, an epoch measures the network that it began with."""
    network, (images, labels) = small(), separable(10)
    expected = nn.functional.cross_entropy(network(images), labels).item()

    (entry,) = train(network, images, labels, epochs=1, seed=0, batch=4, rate=1e-12)

    assert entry["loss"] == pytest.approx(expected, rel=1e-5)


def test_leaves_the_network_in_evaluation_mode():
    network = small().eval()

    train(network, *separable(), epochs=1, seed=0)

    assert not network.training


def test_no_epochs_leave_the_network_as_it_was():
    network, untouched = small(), small()

    assert train(network, *separable(), epochs=0, seed=0) == []
    for name, value in network.state_dict().items():
        assert value.equal(untouched.state_dict()[name])


@pytest.mark.parametrize(("batch", "place"), [(60, "step 1 of epoch 2"), (20, "step 2 of epoch 1")])
def test_a_loss_that_is_no_number_is_told_with_its_epoch_and_step(batch, place):
    """With an infinite rate the first step ruins the weights and the second meets them."""
    with pytest.raises(ArithmeticError, match=f"loss became (nan|inf) in {place}"):
        train(small(), *separable(), epochs=2, seed=0, batch=batch, rate=float("inf"))


def test_learns_the_packaged_digits():
    """Eighty images of each digit, three times: more than 80 % of the other twenty are right."""
    images, labels = (torch.from_numpy(array) for array in packaged_digits())
    images, labels = images[:, None].float() / 255, labels.long()
    learn, test = stratified_split(labels.numpy().astype("uint8"), limit=100)
    torch.manual_seed(0)
    network = mlp()

    train(network, images[learn], labels[learn], epochs=3, seed=0, batch=16)

    assert accuracy(network, images[test], labels[test]) > 0.8


def test_a_falling_rate_ends_at_zero():
    """In the last step of ten the rate is (1 + cos 0.9π)/2 = 2.4 % of the first."""
    network, (images, labels), moved = small(), separable(10), []
    before = network.scores.weight.detach().clone()

    def watch(_epoch):
        nonlocal before
        moved.append((network.scores.weight - before).abs().mean().item())
        before = network.scores.weight.detach().clone()

    train(network, images, labels, epochs=10, seed=0, batch=10, decay=True, watch=watch)

    assert moved[10] < 0.1 * moved[1]


@pytest.mark.parametrize("before", [False, True])
def test_tiny_numbers_count_as_zero_while_it_lasts_and_then_as_before(before):
    tiny = torch.tensor(1e-40)
    if not torch.set_flush_denormal(before):
        pytest.skip("this processor always computes with them")
    try:
        with without_subnormals():
            assert tiny * 1 == 0

        assert ((tiny * 1) == 0).item() is before
    finally:
        torch.set_flush_denormal(False)
