"""Cases for the claims of lesson 8."""

from tests.lessons.repeats import repeats


def counted(digits=0.1, parking=0.1, imagenet=0.1, gain=(0.1,), loose=(0.5,), stayed=0.99):
    def shares(strict, loose=(0.5,)):
        return {"strict": repeats(strict), "loose": repeats(*loose)}

    return {
        "chance": {"5": {"exceeded": 0.05}},
        "summary": {
            "lenet5": {"trained": shares(digits, loose), "untrained": shares(0.0, (0.05,))},
            "chollet_convnet": {"trained": shares(parking), "untrained": shares(0.0)},
            "efficientnet_lite0": {"trained": shares(imagenet)},
        },
        "gain": {"lenet5": repeats(*gain)},
        "stayed": {"lenet5": repeats(0.8), "chollet_convnet": repeats(stayed)},
    }


def settled(*alike):
    rows = [
        {"seed": seed, "epoch": epoch, "alike": value}
        for seed, quarter in enumerate(alike)
        for epoch, value in ((0, 0.5), (1, 0.6), (5, quarter), (20, 1.0))
    ]
    means = {str(epoch): repeats(0.5) for epoch in (0, 1, 5, 20)}
    return {"runs": rows, "last": 20, "summary": means}


# For each claim a result that it is true of, and results that it is not true of.
CASES = {
    "few_plain_edges": (counted(), [counted(digits=0.6), counted(imagenet=0.5)]),
    "digit_kernels_become_gabors": (
        counted(),
        [
            counted(gain=(0.1, 0.2)),  # on average, but zero is within the interval
            counted(loose=(0.1, 0.08)),  # no more than chance may give
        ],
    ),
    "parking_kernels_stay": (counted(), [counted(stayed=0.8)]),
    "kernels_settle_early": (settled(0.95, 0.91), [settled(0.95, 0.85)]),
}
