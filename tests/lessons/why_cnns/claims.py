"""Cases for the claims of lesson 1."""

from tests.lessons.repeats import repeats


def sides(cnn, mlp):
    """Give what each network keeps at 4 px; each has the four sides left, right, up and down."""

    def kept(means):
        left, right, up, down = ({"kept": repeats(mean)} for mean in means)
        return {"right": {"-4": left, "4": right}, "down": {"-4": up, "4": down}}

    return {"summary": {"lenet5": kept(cnn), "mlp": kept(mlp)}}


def likeness(*means, other):
    """Give the likeness of a digit to itself, shifted to the four sides, and to others."""
    left, right, up, down = (repeats(mean) for mean in means)
    ways = {"right": {"-4": left, "4": right}, "down": {"-4": up, "4": down}}
    return {"summary": ways | {"same": 0.5, "other": other}}


def centring(original, shifted, centred):
    means = {"original": original, "shifted": shifted, "centred": centred}
    return {"summary": {"mlp": {kind: repeats(mean) for kind, mean in means.items()}}}


# For each claim a result that it is true of, and results that it is not true of.
CASES = {
    "cnn_keeps_more_when_shifted": (
        sides(cnn=(0.5, 0.5, 0.4, 0.3), mlp=(0.3, 0.2, 0.1, 0.1)),
        [
            sides(cnn=(0.5, 0.5, 0.4, 0.3), mlp=(0.3, 0.2, 0.1, 0.31)),
            sides(cnn=(0.5, 0.5, 0.4, 0.3), mlp=(0.3, 0.2, 0.1, 0.29)),  # the intervals overlap
        ],
    ),
    "shifted_digit_is_a_stranger": (
        likeness(0.1, 0.2, 0.2, 0.1, other=0.3),
        [likeness(0.1, 0.2, 0.35, 0.1, other=0.3)],
    ),
    "centring_restores_the_mlp": (
        centring(original=0.9, shifted=0.2, centred=0.89),
        [
            centring(original=0.9, shifted=0.2, centred=0.8),
            centring(original=0.2, shifted=0.9, centred=0.9),  # then nothing was lost
        ],
    ),
}
