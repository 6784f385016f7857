"""Claims of the pixel remap, each checked against the build's own numbers."""

from cnnviz.lessons.pixel_remap import results
from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict

PARKING_CNN = "mobilenet_v3_small"


def cnn_loses_more_than_mlp(remap_accuracy: results.Accuracies) -> Verdict:
    """The remap costs the CNN more than the MLP: the intervals of the losses do not overlap."""
    cnn, mlp = (remap_accuracy["summary"][network]["loss"] for network in ("lenet5", "mlp"))
    return verdict(
        cnn["low"] > mlp["high"],
        "points",
        cnn_loss=cnn["mean"],
        cnn_low=cnn["low"],
        mlp_loss=mlp["mean"],
        mlp_high=mlp["high"],
    )


def mlp_loss_within_noise(remap_accuracy: results.Accuracies) -> Verdict:
    """The MLP's loss cannot be told from none: its interval contains zero."""
    loss = remap_accuracy["summary"]["mlp"]["loss"]
    low, high = loss["low"], loss["high"]
    return verdict(low <= 0 <= high, "points", loss=loss["mean"], low=low, high=high)


def remapped_cnn_between_chance_and_mlp(remap_accuracy: results.Accuracies) -> Verdict:
    """On remapped images the CNN is behind the MLP, and still far above the chance of 10 %."""
    cnn, mlp = (
        remap_accuracy["summary"][network]["remapped"]["mean"] for network in ("lenet5", "mlp")
    )
    return verdict(0.5 < cnn < mlp, "percent", cnn=cnn, mlp=mlp)


def neighbours_lose_correlation(neighbour_correlation: results.Correlations) -> Verdict:
    """Neighbouring pixels keep less than a tenth of their correlation."""
    original, remapped = (
        neighbour_correlation["summary"][which]["mean"] for which in ("original", "remapped")
    )
    return verdict(abs(remapped) < original / 10, "decimal", original=original, remapped=remapped)


def larger_blocks_hurt_cnn(remap_blocks: results.Blocks) -> Verdict:
    """Among blocks smaller than the first filter's five pixels, the larger ones cost the CNN more.

    The largest block, the whole image, costs more than any of them.
    """
    sizes = {int(size): row["mean"] for size, row in remap_blocks["summary"]["lenet5"].items()}
    small = [sizes[size] for size in sorted(sizes) if size < 5]
    falling = all(
        before > after for before, after in zip(small, [*small[1:], sizes[max(sizes)]], strict=True)
    )
    return verdict(falling, "percent", **{f"block_{size}": mean for size, mean in sizes.items()})


def remap_after_training_ruins_both(remap_after_training: results.AfterTraining) -> Verdict:
    """Networks trained on originals fall below 20 % on remapped test images: nearly guessing."""
    cnn, mlp = (remap_after_training["summary"][network]["after"] for network in ("lenet5", "mlp"))
    ruined = max(cnn["high"], mlp["high"]) < 0.2
    return verdict(ruined, "percent", cnn=cnn["mean"], mlp=mlp["mean"])


def mlp_moves_with_its_pixels(permuted_weights: dict[str, float]) -> Verdict:
    """An MLP whose first weights move with the pixels gives every image the same answer."""
    alike, difference = permuted_weights["alike"], permuted_weights["difference"]
    holds = alike == 1 and difference < 1e-4
    return verdict(holds, alike=(alike, "percent"), difference=(difference, "scientific"))


def parking_cnn_loses(parking_remap: results.ParkingAccuracies) -> Verdict:
    """On parking spaces too, the remap costs the CNN accuracy: the interval lies above zero."""
    loss = parking_remap["summary"][PARKING_CNN]["loss"]
    low, high = loss["low"], loss["high"]
    return verdict(low > 0, "points", loss=loss["mean"], low=low, high=high)
