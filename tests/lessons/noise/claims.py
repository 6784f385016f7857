"""Cases for the claims of lesson 13."""

from cnnviz.data.noise import KINDS
from tests.lessons.repeats import repeats


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
