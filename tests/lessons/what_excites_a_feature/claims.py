"""Cases for the claims of lesson 11."""

from tests.lessons.repeats import repeats


def alike(cnn, pixels):
    return {"summary": {"lenet5": repeats(*cnn), "mlp": repeats(0.5)}, "pixels": pixels}


def choosy(*shares, random=0.2):
    summary = {f"relu{depth}": repeats(share) for depth, share in enumerate(shares, start=1)}
    return {"summary": summary, "random": random}


def planes(features, pixels):
    return {"summary": {"features": {"same": features}, "pixels": {"same": pixels}}}


# For each claim a result that it is true of, and results that it is not true of.
CASES = {
    "features_find_the_same_class": (
        alike(cnn=(0.96,), pixels=0.9),
        [alike(cnn=(0.88,), pixels=0.9), alike(cnn=(0.91, 0.03), pixels=0.9)],
    ),
    "deeper_units_are_choosier": (
        choosy(0.3, 0.4, 0.7, 0.75),
        [choosy(0.3, 0.4, 0.4, 0.75), choosy(0.3, 0.2), choosy(0.1, 0.4)],
    ),
    "plane_of_features_sorts_digits": (
        planes(0.6, 0.4),
        [planes(0.4, 0.6), planes(0.5, 0.5)],
    ),
}
