"""Cases for the claims of the lesson on pattern maximisation."""

from tests.lessons.repeats import repeats


def climbs(*rows):
    """Give filters as (silent, start, end)."""
    runs = [{"silent": silent, "start": start, "end": end} for silent, start, end in rows]
    return {"runs": runs, "silent": sum(row[0] for row in rows), "filters": len(rows)}


def asked(*rows):
    """Give filters as (silent behind the ReLU, start, end), none of which answers an image."""
    return {
        "runs": [
            {"behind": behind, "start": start, "end": end, "answers": False}
            for behind, start, end in rows
        ]
    }


def layers(**frequencies):
    return {"summary": {name: {"frequency": repeats(mean)} for name, mean in frequencies.items()}}


def ways(**shares):
    """Give each unit's coarse share, made in several ways."""
    return {
        "ways": {way: {"runs": [{"coarse": share} for share in shares[way]]} for way in shares},
        "summary": {
            way: {"coarse": repeats(sum(each) / len(each))} for way, each in shares.items()
        },
    }


FALLING = {"relu1": 0.3, "relu2": 0.41, "relu3": 0.38, "relu4": 0.35}

# For each claim a result that it is true of, and results that it is not true of.
CASES = {
    "ascent_excites_filters_more": (
        climbs((False, 0.1, 0.5), (True, 0.0, 0.0)),
        [
            climbs((False, 0.1, 0.5), (False, 0.2, 0.1)),
            climbs((True, 0.0, 0.0)),  # nothing rose
        ],
    ),
    "silent_filters_wake_before_relu": (
        asked((True, -2.0, -1.0), (False, 0.5, 0.4)),
        [asked((True, -2.0, -1.0), (True, -1.0, -1.0))],
    ),
    "deeper_patterns_are_coarser": (
        layers(**FALLING, pool1=0.2, pool2=0.38, pool3=0.35, pool4=0.34),
        [
            layers(**FALLING, pool2=0.38, pool3=0.35, pool4=0.36),
            layers(**FALLING | {"relu3": 0.42}, pool2=0.38, pool3=0.35, pool4=0.34),
        ],
    ),
    "better_patterns_are_coarser": (
        ways(plain=[0.1, 0.2], blur=[0.4, 0.3], natural=[0.7, 0.6]),
        [  # more on average, but not for each
            ways(plain=[0.1, 0.2], blur=[0.4, 0.3], natural=[0.9, 0.1]),
            ways(plain=[0.1, 0.2], blur=[0.6, 0.1], natural=[0.7, 0.6]),
        ],
    ),
}
