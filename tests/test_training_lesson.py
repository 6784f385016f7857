"""What lesson 6 counts and compares, on histories and digits small enough to check by hand."""

from itertools import product

import numpy as np
import pytest
import torch

from cnnviz.data.augmentation import augmented
from cnnviz.lessons.shared import trained as training
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.training import confusions, curves
from cnnviz.models import network
from cnnviz.training import seeded
from tests.drawings import check


def run(seed, losses, accuracy=0.5):
    """Give a run with these validation losses; training is always 0.1 ahead in accuracy."""
    history = [
        {"loss": 1.0, "accuracy": 0.9, "validation_loss": loss, "validation_accuracy": 0.8}
        for loss in losses
    ]
    return {"seed": seed, "accuracy": accuracy, "history": history}


def compared(seeds=2, epochs=(3.0, 1.0, 2.0), kinds=("one", "other")):
    return curves.by_kind(**{kind: [run(seed, epochs) for seed in range(seeds)] for kind in kinds})


def test_curves_keep_every_epoch_of_every_run():
    found = compared()

    assert len(found["curves"]) == 2 * 2 * 3
    assert {(row["kind"], row["seed"]) for row in found["runs"]} == set(
        product(("one", "other"), range(2))
    )


def test_the_turn_is_the_epoch_of_the_lowest_validation_loss():
    found = curves.by_kind(one=[run(0, [3.0, 1.0, 2.0]), run(1, [3.0, 2.5, 2.0])])["summary"]["one"]

    assert found["turn"]["mean"] == 2.5  # the second epoch, and the third
    assert found["lowest"]["mean"] == 1.5
    assert found["rise"]["mean"] == 0.5  # 1 and 0
    assert found["gap"]["mean"] == pytest.approx(0.1)
    assert found["last"]["validation_loss"]["mean"] == 2.0


def test_the_parts_are_those_that_a_training_takes(few_digits):
    told = curves.sizes(few_digits, kept_out=0.25, batch=16)

    assert (told["training"], told["validation"], told["test"]) == (120, 40, 40)
    assert (told["steps"], told["swapped_steps"]) == (8, 3)


def test_the_commonest_confusion_is_the_largest_number_off_the_diagonal(monkeypatch):
    counts = np.diag([50, 40, 30])
    counts[2, 0], counts[0, 1] = 7, 3
    monkeypatch.setattr(confusions, "confusion", lambda data, runs: {"counts": counts})

    found = confusions.confusions({}, [])

    assert found["commonest"] == {"label": 2, "answer": 0, "count": 7}
    assert (found["mistakes"], found["answers"], found["share"]) == (10, 130, 1.0)
    assert found["hardest"] == {"digit": 2, "share": pytest.approx(7 / 37)}


def test_variations_are_what_augmentation_draws(few_digits):
    how = {"shift": 0.1, "turn": 10, "scale": 0.1}

    found = confusions.variations(few_digits, how, count=3, seed=1)

    images, labels = tensors(few_digits, "train")
    shown = torch.cat([images[labels == digit][:1] for digit in (2, 4, 7)])
    with seeded(1):
        first = augmented(shown, **how)
    assert found["changed"].shape == (3, 3, 28, 28)
    np.testing.assert_array_equal(found["changed"][:, 0], first[:, 0].numpy())


def test_dropout_silences_half_of_the_hidden_units_in_training_and_none_in_evaluation():
    torch.manual_seed(0)
    module, images = network("mlp_dropout"), torch.rand(50, 1, 28, 28)

    hidden = module[:3](images)  # up to the ReLU
    silenced = module.dropout(hidden)

    alive = hidden > 0
    assert ((silenced == 0) & alive).sum() / alive.sum() == pytest.approx(0.5, abs=0.02)
    torch.testing.assert_close(module.eval().dropout(hidden), hidden)


def test_dropout_has_no_parameters_of_its_own():
    plain, silencing = network("mlp_wide"), network("mlp_dropout")

    assert {k: v.shape for k, v in plain.state_dict().items()} == {
        k: v.shape for k, v in silencing.state_dict().items()
    }


def test_a_network_with_dropout_is_built_again_from_its_run(few_digits):
    made = training.run(few_digits, "mlp_dropout", seed=0, epochs=1)

    again = training.trained_network(made, few_digits)

    assert not again.training
    np.testing.assert_array_equal(again.dense1.weight.detach(), made["weights.dense1.weight"])


def results(name, seeds):
    count = 3
    images = np.random.default_rng(0).random((count, 28, 28))
    row = {"label": 4, "answer": 9, "runs": 2, "confidence": 0.9, "place": 0}
    return {
        "learning_curves": lambda: compared(seeds, kinds=("adam", "rmsprop")),
        "optimisers": lambda: compared(seeds, kinds=("adam", "rmsprop")),
        "cover_training": lambda: compared(seeds, kinds=("adam", "rmsprop")),
        "splits": lambda: compared(seeds, kinds=("usual", "inverted", "patient")),
        "overfitting": lambda: compared(
            seeds, epochs=np.linspace(3, 1, 30), kinds=("plain", "dropout", "augmented")
        ),
        "confusion_matrix": lambda: {"counts": np.diag([9] * 10) + np.eye(10, k=1, dtype=int)},
        "mistaken_digits": lambda: {
            "images": images[:, None],
            "rows": [row] * count,
            "networks": 2,
        },
        "augmented_digits": lambda: {
            "originals": images,
            "changed": np.repeat(images[:, None], 4, axis=1),
        },
    }[name]()


FIGURES = (
    "learning_curves",
    "optimisers",
    "splits",
    "overfitting",
    "confusion_matrix",
    "mistaken_digits",
    "augmented_digits",
    "cover_training",
)


@pytest.mark.parametrize("name", FIGURES)
def test_is_drawn_in_every_language_and_theme_and_twice_alike(name):
    check(name, results(name, seeds=2))


@pytest.mark.parametrize("name", FIGURES)
def test_draws_a_single_run(name):
    check(name, results(name, seeds=1))


def test_a_test_without_mistakes_is_drawn_without_any():
    nothing = {"images": np.zeros((0, 1, 28, 28)), "rows": [], "networks": 2}

    check("mistaken_digits", nothing)
