"""`make bench`: does a pixel remap cost a CNN more than an MLP on real parking spaces as well?

Reads PKLot's patches in the folder CNNVIZ_DATA (see CONTRIBUTING). Every seed splits them by day
anew and trains four networks: MobileNetV3 and the MLP of lesson 12, on original and on remapped
images, at the size of the embedded profile.
"""

import tomllib
from collections.abc import Iterator
from itertools import count, islice
from typing import Any

import numpy as np

from cnnviz.data.pklot import pklot
from cnnviz.data.spaces import Spaces, split_by_day
from cnnviz.files.places import data_folder
from cnnviz.lessons.pixel_remap.experiments import accuracy
from cnnviz.lessons.shared import parking
from cnnviz.lessons.shared import trained as training
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.trainings import PARKING_NETWORKS, RECIPES
from cnnviz.methods.pixel_remap import PixelRemap
from cnnviz.profile import read_profile
from cnnviz.training import probabilities
from tests.builds import ROOT

PROFILE = read_profile(ROOT / "profiles" / "embedded.toml")
SEEDS = 5
TEST_SHARE = 0.4
RAREST = 0.1  # share of the rarer class that both sides of a split need, to learn and to test


def main() -> None:
    """Print the table, and whether the source's claim holds."""
    if not (data_folder() / "PKLot").is_dir():
        print("PKLot is not measured: set CNNVIZ_DATA to the folder that has it")
        return
    spaces = pklot(size=PROFILE.parking.size)
    runs = []
    for seed, data in islice(splits(spaces), SEEDS):
        for network, epochs in PARKING_NETWORKS.items():
            recipe = RECIPES[network, epochs] | {"epochs": as_long(epochs, data)}
            for block in (1, PROFILE.parking.size):
                run = training.run(data, network, seed, block=block, **recipe)
                runs.append(run | {"accuracy": balanced(run, data)})
    print(f"{len(spaces)} patches of {len(set(spaces.date))} days, split by day, {SEEDS} seeds")
    print("balanced accuracy: the mean of both classes, so that guessing gives 50%")
    tell(accuracy(runs)["summary"])


def splits(spaces: Spaces) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give seeds, and images and labels of days for training and of other days for the test.

    On most days nearly all spaces are empty, or all are taken: only splits count that have both
    classes on both sides.
    """
    for seed in count():
        data: dict[str, Any] = {}
        parts = split_by_day(spaces, TEST_SHARE, seed)
        for part, some in zip(("train", "test"), parts, strict=True):
            data |= {f"{part}_images": some.images, f"{part}_labels": some.occupied}
        shares = [some.occupied.mean() for some in parts]
        if all(RAREST <= share <= 1 - RAREST for share in shares):
            yield seed, data


def as_long(epochs: str, data: dict[str, Any]) -> int:
    """Give as many epochs as make as many steps as the embedded profile takes with its drawings."""
    seen = PROFILE.experiments.epochs[epochs] * PROFILE.parking.images * (1 - parking.TEST_SHARE)
    return round(seen / len(data["train_labels"]))


def balanced(run: dict[str, Any], data: dict[str, Any]) -> float:
    """Give the mean over both classes of the share of test images that a run gets right."""
    images, labels = tensors(data, "test")
    remap = PixelRemap.fitting(images, seed=run["seed"], block=run["block"])
    answers = probabilities(training.trained_network(run, data), remap(images)).argmax(dim=1)
    right = (answers == labels).double()
    return float(np.mean([right[labels == label].mean() for label in (0, 1)]))


def tell(summary: dict[str, dict[str, dict[str, float]]]) -> None:
    """Print mean, deviation and 95 % interval beside what the source reports."""
    quoted = tomllib.loads((ROOT / "docs" / "quoted.toml").read_text())["pklot_remap"]
    print(f"{'network':20} {'':9} {'mean':>7} {'std':>6}  95 % interval    source")
    for network, source in zip(PARKING_NETWORKS, ("cnn", "mlp"), strict=True):
        theirs = quoted[source]
        theirs["loss"] = theirs["original"] - theirs["remapped"]
        for what, ours in summary[network].items():
            interval = f"{ours['low']:7.1%} {ours['high']:7.1%}"
            told = f"{ours['mean']:7.1%} {ours['std']:6.1%}  {interval}  {theirs[what]:.0%}"
            print(f"{network:20} {what:9} {told}")
    cnn, mlp = (summary[network]["loss"] for network in PARKING_NETWORKS)
    print(f"the CNN loses: {cnn['low'] > 0}; the MLP's loss is more than chance: {mlp['low'] > 0}")


if __name__ == "__main__":
    main()
