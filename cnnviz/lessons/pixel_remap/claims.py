"""Claims of lesson 12, each checked against the build's own numbers.

A claim gives whether it holds, and the numbers it looked at with the unit to show them in.
"""

from typing import Any

from cnnviz.lessons.shared.verdict import Verdict, verdict

PARKING_CNN = "mobilenet_v3_small"


def cnn_loses_more_than_mlp(remap_accuracy: dict[str, Any]) -> Verdict:
    """The remap costs the CNN more than the MLP: the intervals of the losses do not overlap."""
    cnn, mlp = remap_accuracy["summary"]["lenet5"]["loss"], remap_accuracy["summary"]["mlp"]["loss"]
    return verdict(
        cnn["low"] > mlp["high"],
        cnn_loss=(cnn["mean"], "points"),
        cnn_low=(cnn["low"], "points"),
        mlp_loss=(mlp["mean"], "points"),
        mlp_high=(mlp["high"], "points"),
    )


def mlp_loss_within_noise(remap_accuracy: dict[str, Any]) -> Verdict:
    """The MLP's loss cannot be told from none: its interval contains zero."""
    loss = remap_accuracy["summary"]["mlp"]["loss"]
    return verdict(
        loss["low"] <= 0 <= loss["high"],
        loss=(loss["mean"], "points"),
        low=(loss["low"], "points"),
        high=(loss["high"], "points"),
    )


def remapped_cnn_between_chance_and_mlp(remap_accuracy: dict[str, Any]) -> Verdict:
    """On remapped images the CNN is behind the MLP, and still far above the chance of 10 %."""
    cnn, mlp = (
        remap_accuracy["summary"]["lenet5"]["remapped"],
        remap_accuracy["summary"]["mlp"]["remapped"],
    )
    return verdict(
        0.5 < cnn["mean"] < mlp["mean"], cnn=(cnn["mean"], "percent"), mlp=(mlp["mean"], "percent")
    )


def neighbours_lose_correlation(neighbour_correlation: dict[str, Any]) -> Verdict:
    """Neighbouring pixels keep less than a tenth of their correlation."""
    original, remapped = (
        neighbour_correlation["summary"]["original"],
        neighbour_correlation["summary"]["remapped"],
    )
    return verdict(
        abs(remapped["mean"]) < original["mean"] / 10,
        original=(original["mean"], "decimal"),
        remapped=(remapped["mean"], "decimal"),
    )


def larger_blocks_hurt_cnn(remap_blocks: dict[str, Any]) -> Verdict:
    """Among blocks smaller than the first filter's five pixels, the larger ones cost the CNN more.

    The largest block, the whole image, costs more than any of them.
    """
    sizes = {int(size): row["mean"] for size, row in remap_blocks["summary"]["lenet5"].items()}
    small = [sizes[size] for size in sorted(sizes) if size < 5]
    falling = all(
        before > after for before, after in zip(small, [*small[1:], sizes[max(sizes)]], strict=True)
    )
    numbers = {f"block_{size}": (mean, "percent") for size, mean in sizes.items()}
    return verdict(falling, **numbers)


def remap_after_training_ruins_both(remap_after_training: dict[str, Any]) -> Verdict:
    """Networks trained on originals fall below 20 % on remapped test images: nearly guessing."""
    cnn, mlp = (
        remap_after_training["summary"]["lenet5"]["after"],
        remap_after_training["summary"]["mlp"]["after"],
    )
    return verdict(
        max(cnn["high"], mlp["high"]) < 0.2,
        cnn=(cnn["mean"], "percent"),
        mlp=(mlp["mean"], "percent"),
    )


def mlp_moves_with_its_pixels(permuted_weights: dict[str, Any]) -> Verdict:
    """An MLP whose first weights move with the pixels gives every image the same answer."""
    return verdict(
        permuted_weights["alike"] == 1 and permuted_weights["difference"] < 1e-4,
        alike=(permuted_weights["alike"], "percent"),
        difference=(permuted_weights["difference"], "scientific"),
    )


def parking_cnn_loses(parking_remap: dict[str, Any]) -> Verdict:
    """On parking spaces too, the remap costs the CNN accuracy: the interval lies above zero."""
    loss = parking_remap["summary"][PARKING_CNN]["loss"]
    return verdict(
        loss["low"] > 0,
        loss=(loss["mean"], "points"),
        low=(loss["low"], "points"),
        high=(loss["high"], "points"),
    )
