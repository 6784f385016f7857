"""Each claim holds where it is true and fails where it is not: what cannot fail checks nothing."""

from importlib import import_module

import pytest

from cnnviz.catalogue.entries import CLAIMS
from cnnviz.data.noise import KINDS

UNITS = {"percent", "points", "probability", "decimal", "scientific"}


def repeats(mean, width=0.01):
    return {"n": 5, "mean": mean, "std": width, "low": mean - width, "high": mean + width}


def losses(cnn, mlp):
    return {"summary": {"lenet5": {"loss": repeats(*cnn)}, "mlp": {"loss": repeats(*mlp)}}}


def remapped(cnn, mlp):
    return {"summary": {"lenet5": {"remapped": repeats(cnn)}, "mlp": {"remapped": repeats(mlp)}}}


def after(cnn, mlp):
    return {"summary": {"lenet5": {"after": repeats(*cnn)}, "mlp": {"after": repeats(*mlp)}}}


def correlations(original, remapped):
    return {"summary": {"original": repeats(original), "remapped": repeats(remapped)}}


def blocks(**accuracies):
    """Give accuracies by size, as in `b1=0.98, b28=0.9`, listed as the build's JSON lists them."""
    by_size = {size.removeprefix("b"): repeats(mean) for size, mean in accuracies.items()}
    return {"summary": {"lenet5": dict(sorted(by_size.items())), "mlp": {}}}


def noises(measure, digits, uniform, others):
    """Give one measure for each kind of image, from two networks' values for it."""
    values = {"digits": digits, **dict.fromkeys(KINDS, others), "uniform": uniform}
    networks = {
        network: {kind: {measure: repeats(both[place])} for kind, both in values.items()}
        for place, network in enumerate(("lenet5", "mlp"))
    }
    return {"summary": networks}


def passing(cnn, mlp):
    """Give what passes the threshold: these shares of shuffled digits, nothing of the rest."""
    rest = dict.fromkeys(KINDS, repeats(0.0)) | {"threshold": repeats(0.7)}
    return {
        "summary": {
            "lenet5": rest | {"shuffled_digits": repeats(cnn)},
            "mlp": rest | {"shuffled_digits": repeats(mlp)},
        }
    }


# For each claim a result that it is true of, and results that it is not true of.
CASES = {
    "cnn_loses_more_than_mlp": (
        losses(cnn=(0.05,), mlp=(0.01,)),
        [
            losses(cnn=(0.01,), mlp=(0.05,)),
            losses(cnn=(0.05, 0.03), mlp=(0.01, 0.03)),  # more on average, but they overlap
        ],
    ),
    "mlp_loss_within_noise": (
        losses(cnn=(0.05,), mlp=(0.001, 0.002)),
        [
            losses(cnn=(0.0,), mlp=(0.02, 0.01)),
            losses(cnn=(0.0,), mlp=(-0.02, 0.01)),  # a gain is as surprising as a loss
        ],
    ),
    "remapped_cnn_between_chance_and_mlp": (
        remapped(cnn=0.8, mlp=0.9),
        [remapped(cnn=0.95, mlp=0.9), remapped(cnn=0.2, mlp=0.9)],
    ),
    "neighbours_lose_correlation": (
        correlations(original=0.8, remapped=0.03),
        [
            correlations(original=0.8, remapped=0.081),
            correlations(original=0.8, remapped=-0.5),  # negative correlation is correlation too
        ],
    ),
    "larger_blocks_hurt_cnn": (
        blocks(b1=0.98, b2=0.97, b4=0.95, b7=0.90, b14=0.93, b28=0.92),
        [
            blocks(b1=0.98, b2=0.94, b4=0.95, b7=0.90, b14=0.93, b28=0.92),
            blocks(b1=0.98, b2=0.97, b4=0.95, b7=0.90, b14=0.93, b28=0.96),
            blocks(b1=0.98, b2=0.98, b4=0.95, b28=0.92),
            blocks(b1=0.1, b7=0.1, b28=0.1),
        ],
    ),
    "remap_after_training_ruins_both": (
        after(cnn=(0.12,), mlp=(0.15,)),
        [
            after(cnn=(0.5,), mlp=(0.15,)),
            after(cnn=(0.12,), mlp=(0.5,)),
            after(cnn=(0.12,), mlp=(0.15, 0.1)),  # the mean is low, the interval is not
        ],
    ),
    "mlp_moves_with_its_pixels": (
        {"alike": 1.0, "difference": 1e-5},
        [{"alike": 0.999, "difference": 1e-5}, {"alike": 1.0, "difference": 1e-3}],
    ),
    "digits_surer_than_noise": (
        noises("confidence", digits=(0.98, 0.96), uniform=(0.6, 0.5), others=(0.7, 0.9)),
        [
            noises("confidence", digits=(0.98, 0.96), uniform=(0.99, 0.5), others=(0.7, 0.9)),
            noises("confidence", digits=(0.98, 0.96), uniform=(0.6, 0.5), others=(0.7, 0.97)),
        ],
    ),
    "noise_has_favourite_digit": (
        noises("favoured", digits=(0.1, 0.1), uniform=(0.7, 0.4), others=(0.1, 0.1)),
        [
            noises("favoured", digits=(0.9, 0.9), uniform=(0.7, 0.2), others=(0.9, 0.9)),
            noises("favoured", digits=(0.9, 0.9), uniform=(0.2, 0.7), others=(0.9, 0.9)),
        ],
    ),
    "sure_of_noise": (
        noises("sure", digits=(0.9, 0.9), uniform=(0.0, 0.0), others=(0.1, 0.01)),
        [
            noises("sure", digits=(0.9, 0.9), uniform=(0.0, 0.0), others=(0.0, 0.0)),
            noises("sure", digits=(0.9, 0.9), uniform=(0.0, 0.0), others=(0.1, 0.0)),
        ],
    ),
    "threshold_lets_noise_pass": (
        passing(cnn=0.2, mlp=0.4),
        [passing(cnn=0.05, mlp=0.4), passing(cnn=0.2, mlp=0.05)],
    ),
}
FAILURES = [(name, result) for name, (_, results) in CASES.items() for result in results]


def checked(name, result):
    function, _ = CLAIMS[name]
    module, _, function = function.partition(":")
    return getattr(import_module(module), function)(result)


def test_every_claim_of_the_catalogue_is_tried_here():
    assert set(CASES) == set(CLAIMS)


@pytest.mark.parametrize("name", CASES)
def test_holds_where_it_is_true(name):
    true, _ = CASES[name]

    assert checked(name, true)["holds"] is True


@pytest.mark.parametrize(("name", "untrue"), FAILURES)
def test_fails_where_it_is_not_true(name, untrue):
    assert checked(name, untrue)["holds"] is False


@pytest.mark.parametrize("name", CASES)
def test_tells_the_numbers_that_it_looked_at_with_their_units(name):
    true, _ = CASES[name]

    numbers = checked(name, true)["numbers"]

    assert numbers
    assert all(isinstance(number["value"], float) for number in numbers.values())
    assert {number["unit"] for number in numbers.values()} <= UNITS
