"""Cases for the claims of lesson 12."""

from tests.lessons.repeats import repeats


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


def parked(cnn, mlp):
    networks = {"mobilenet_v3_small": repeats(*cnn), "mlp": repeats(*mlp)}
    return {"summary": {network: {"loss": loss} for network, loss in networks.items()}}


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
    "parking_cnn_loses": (
        parked(cnn=(0.1, 0.05), mlp=(0.0,)),
        [parked(cnn=(0.0,), mlp=(0.0,)), parked(cnn=(0.04, 0.05), mlp=(0.0,))],
    ),
}
