"""`make bench`: does a pixel remap cost a CNN more than an MLP on real parking spaces as well?

Reads PKLot's patches in the folder CNNVIZ_DATA (see CONTRIBUTING). Every seed splits them by day
anew and trains four networks: MobileNetV3 and the MLP of lesson 12, on original and on remapped
images, with the settings of the embedded profile.
"""

import tomllib
from typing import Any

import numpy as np

from cnnviz.catalogue.profile import read_profile
from cnnviz.catalogue.trainings import PARKING_NETWORKS
from cnnviz.data.pklot import pklot
from cnnviz.data.spaces import Spaces, split_by_day
from cnnviz.experiments import training
from cnnviz.experiments.remap import accuracy
from cnnviz.files.places import data_folder
from tests.builds import ROOT

PROFILE = read_profile(ROOT / "profiles" / "embedded.toml")
SEEDS = 5
TEST_SHARE = 0.3


def main() -> None:
    """Print the table, and whether the source's claim holds."""
    if not (data_folder() / "PKLot").is_dir():
        print("PKLot is not measured: set CNNVIZ_DATA to the folder that has it")
        return
    spaces = pklot(size=PROFILE.parking.size)
    runs, commoner = [], []
    for seed in range(SEEDS):
        data = split(spaces, seed)
        commoner.append(np.bincount(data["test_labels"]).max() / len(data["test_labels"]))
        runs += [
            training.run(
                data, network, seed, epochs=PROFILE.experiments.epochs["parking"], block=block
            )
            for network in PARKING_NETWORKS
            for block in (1, PROFILE.parking.size)
        ]
    print(f"{len(spaces)} patches of {len(set(spaces.date))} days, split by day {SEEDS} times")
    print(f"always the commoner answer: {np.mean(commoner):.1%} (mean)")
    tell(accuracy(runs)["summary"])


def split(spaces: Spaces, seed: int) -> dict[str, Any]:
    """Give the images and labels of days for training, and of other days for the test."""
    data: dict[str, Any] = {}
    for part, some in zip(("train", "test"), split_by_day(spaces, TEST_SHARE, seed), strict=True):
        data |= {f"{part}_images": some.images, f"{part}_labels": some.occupied}
    return data


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
