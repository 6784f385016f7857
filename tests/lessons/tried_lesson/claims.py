"""Cases for the claims of tried-lesson."""

from tests.lessons.repeats import repeats


def ink(one, other):
    return {"0": repeats(other), "1": repeats(one)}


# For each claim a result that it is true of, and results that it is not true of.
CASES = {
    "ones_need_least": (
        ink(one=0.1, other=0.2),
        [ink(one=0.2, other=0.1), ink(one=0.1, other=0.11)],
    ),
}
