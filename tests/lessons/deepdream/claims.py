"""Cases for the claims of lesson 14."""

from itertools import product

from tests.lessons.repeats import repeats


def excited(*octaves):
    """Give one dream, whose octaves went like this."""
    return {"runs": [{"excitement": [list(octave) for octave in octaves]}]}


def fineness(**photos):
    """Give the frequencies of stages 4, 8 and 16 for each photograph."""
    stages = (4, 8, 16)
    return {
        "runs": [
            {"photo": photo, "stage": stage, "frequency": photos[photo][at]}
            for photo, (at, stage) in product(photos, enumerate(stages))
        ],
        "summary": {
            str(stage): {"frequency": repeats(photos["cat"][at])} for at, stage in enumerate(stages)
        },
    }


# For each claim a result that it is true of, and results that it is not true of.
CASES = {
    "excitement_rises_in_every_octave": (
        excited((1.0, 0.9, 2.0), (1.5, 2.5)),
        [excited((1.0, 2.0), (2.0, 1.5)), excited((0.0, 0.0))],
    ),
    "later_stages_dream_finer": (
        fineness(cat=(0.1, 0.2, 0.3), cup=(0.1, 0.15, 0.2)),
        [fineness(cat=(0.1, 0.2, 0.3), cup=(0.1, 0.15, 0.14))],
    ),
}
