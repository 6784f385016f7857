"""Cases for the claims of lesson 3."""

from tests.lessons.repeats import repeats


def worst(lenet5, mlp):
    """Give what each network keeps at best and at worst, by the way of moving digits."""

    def ways(means):
        amounts = zip(("right", "turn", "scale"), means, strict=True)
        return {
            way: {"1": {"kept": repeats(1.0)}, "2": {"kept": repeats(mean)}}
            for way, mean in amounts
        }

    return {"summary": {"lenet5": ways(lenet5), "mlp": ways(mlp)}}


def layers(discarded, parameters=0):
    row = {"given": 100, "left": 25, "discarded": discarded, "parameters": parameters}
    return {"layers": {"pool1": row}}


def followed(whole, between):
    """Give the largest difference for whole steps of a layer, and for shifts between them."""
    rows = [
        {"layer": "pool1", "shift": 1, "whole": False, "seed": 0, "largest": between},
        {"layer": "pool1", "shift": 2, "whole": True, "seed": 0, "largest": whole},
    ]
    return {"steps": {"pool1": 2}, "runs": rows}


def changes(none, pooled):
    """Give the change at 1 px of two runs each."""
    rows = [
        {"kind": kind, "shift": 1, "seed": seed, "change": change}
        for kind, values in (("none", none), ("max", pooled))
        for seed, change in enumerate(values)
    ]
    means = {"none": {"1": repeats(none[0])}, "max": {"1": repeats(pooled[0])}}
    return {"runs": rows, "summary": means}


def kept(pooled, strided):
    """Give what each network keeps at 4 px to the left and to the right."""
    sides = {
        name: {by: {"kept": repeats(mean)} for by, mean in zip(("-4", "4"), means, strict=True)}
        for name, means in (("lenet5", pooled), ("lenet5_strided", strided))
    }
    return {"summary": sides}


# For each claim a result that it is true of, and results that it is not true of.
CASES = {
    "not_invariant": (
        worst(lenet5=(0.1, 0.2, 0.3), mlp=(0.1, 0.1, 0.1)),
        [
            worst(lenet5=(0.1, 0.2, 0.6), mlp=(0.1, 0.1, 0.1)),
            worst(lenet5=(0.1, 0.2, 0.3), mlp=(0.1, 0.495, 0.1)),  # the interval reaches one half
        ],
    ),
    "pooling_discards_three_quarters": (layers(0.75), [layers(0.5), layers(0.75, parameters=4)]),
    "convolution_follows_shifts": (
        followed(whole=1e-7, between=0.3),
        [followed(whole=1e-3, between=0.3)],
    ),
    "pooling_softens_small_shifts": (
        changes(none=(0.4, 0.4), pooled=(0.3, 0.3)),
        [changes(none=(0.4, 0.4), pooled=(0.3, 0.41))],
    ),
    "pooling_keeps_more_when_shifted": (
        kept(pooled=(0.5, 0.5), strided=(0.4, 0.4)),
        [
            kept(pooled=(0.5, 0.3), strided=(0.4, 0.4)),
            kept(pooled=(0.5, 0.41), strided=(0.4, 0.4)),  # the intervals overlap
        ],
    ),
}
