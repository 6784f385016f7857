"""Data and trained networks: the steps that most results stand on."""

from cnnviz.catalogue.profile import Profile
from cnnviz.data.sources import DIGITS
from cnnviz.pipeline.step import Step

DIGIT_NETWORKS = ("lenet5", "mlp")  # a CNN and an MLP, in this order in every comparison


def digits(profile: Profile) -> Step:
    """Give the parsed and split digits."""
    arguments = {"sha256": DIGITS.sha256, "limit": profile.images_per_class}
    return Step("cnnviz.experiments.digits:packaged", arguments, "digits")


def trained(profile: Profile, network: str, *, seed: int = 0, block: int = 1) -> Step:
    """Give one training on digits, remapped within blocks of so many pixels."""
    arguments = {
        "data": digits(profile),
        "network": network,
        "seed": seed,
        "epochs": profile.experiments.epochs[network],
        "block": block,
    }
    name = f"training {network}, blocks of {block}, seed {seed}"
    return Step("cnnviz.experiments.training:run", arguments, name)


def trainings(profile: Profile, *blocks: int) -> list[Step]:
    """Give a training of each digit network for every block size and seed."""
    return [
        trained(profile, network, seed=seed, block=block)
        for block in blocks
        for network in DIGIT_NETWORKS
        for seed in range(profile.experiments.repeats)
    ]
