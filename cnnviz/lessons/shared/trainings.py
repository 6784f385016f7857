"""Data and trained networks: the steps that most results stand on."""

from typing import Any

from cnnviz.choice import pick
from cnnviz.data.sources import DIGITS, MNIST, PARKING, PKLOT, Source
from cnnviz.files.places import data_folder, folders_digest
from cnnviz.lessons.shared.networks import network as network_code
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

kernels = later("cnnviz.lessons.shared.kernels")

DIGIT_NETWORKS = ("lenet5", "mlp")  # a CNN and an MLP, in this order in every comparison
PARKING_NETWORKS = {"mobilenet_v3_small": "mobilenet_v3_small", "mlp": "parking_mlp"}  # and epochs

PARKING_RUNS = 3  # each takes longer than all digit networks; the first is shared

FILMED = "lenet5"
WATCHED = [0, 1, 2, 5, 10, 20]  # epochs after which the first filters are kept
FILMS = 3  # seeds of these long trainings: first filters go the same way in each

# How a network trains by an entry of the profile's epochs, where not with Adam's usual 0.001.
# The digit networks get further in five epochs with a rate that is high at first and falls to
# zero than in eight at a steady rate, and differ half as much from seed to seed.
FALLING = {"rate": 0.003, "decay": True}
RECIPES: dict[tuple[str, str], dict[str, Any]] = {
    ("lenet5", "lenet5"): FALLING,
    ("lenet5_strided", "lenet5"): FALLING,
    ("mlp", "mlp"): FALLING,
    # From few images it learns most by many small steps: 2 epochs get within 2 points of 5 in
    # batches of 64, in two thirds of the time.
    ("mobilenet_v3_small", "mobilenet_v3_small"): FALLING | {"batch": 24},
    # With Adam one MLP in seven stays at the commoner answer: its first steps are too large.
    ("mlp", "parking_mlp"): {"optimiser": "sgd", "rate": 0.01, "decay": True},
}


def digits(profile: Profile) -> Step:
    """Give the parsed and split digits."""
    arguments: dict[str, Any] = {"limit": profile.digits.images_per_class}
    if profile.digits.source == "mnist":
        arguments["md5"] = [file.md5 for file in MNIST.originals]
        return _data(MNIST, "cnnviz.lessons.shared.digits:mnist_in_full", arguments, "digits")
    arguments["sha256"] = DIGITS.sha256
    return _data(DIGITS, "cnnviz.lessons.shared.digits:packaged", arguments, "digits")


def parking(profile: Profile, size: int) -> Step:
    """Give parking spaces of so many pixels a side, split by day."""
    arguments: dict[str, Any] = {"count": profile.parking.images, "size": size}
    name = f"parking, {size} px"
    if profile.parking.source == "drawn":
        return _data(PARKING, "cnnviz.lessons.shared.parking:drawn", arguments, name)
    arguments["folders"] = folders_digest(data_folder() / "PKLot")
    return _data(PKLOT, "cnnviz.lessons.shared.parking:photographed", arguments, name)


def trained(
    profile: Profile,
    network: str,
    *,
    seed: int = 0,
    block: int = 1,
    epochs: str = "",
    data: Step | None = None,
    **recipe: Any,
) -> Step:
    """Give one training: on the digits unless other data are given.

    `epochs` names an entry of the profile's epochs, by default the network's own. The recipe is
    what `experiments.training.run` takes besides; what neither it nor RECIPES gives stays out
    of the step.
    """
    epochs = epochs or network
    recipe = RECIPES.get((network, epochs), {}) | recipe
    arguments = {
        "data": data or digits(profile),
        "network": network_code(network),
        "seed": seed,
        "epochs": pick("entry of the profile's epochs", epochs, profile.experiments.epochs),
        "block": block,
        **recipe,
    }
    told = {aspect: value for aspect, value in recipe.items() if value not in (None, False)}
    what = [aspect if value is True else f"{aspect} {value}" for aspect, value in told.items()]
    on = arguments["data"].label
    name = ", ".join([f"training {network} on {on}", f"blocks of {block}", *what, f"seed {seed}"])
    return Step("cnnviz.lessons.shared.trained:run", arguments, name, {"training": network})


def seeds(profile: Profile, most: int | None = None) -> range:
    """Give the profile's seeds, or the first of them where so many are enough."""
    repeats = profile.experiments.repeats
    return range(repeats if most is None else min(most, repeats))


def repeated(
    profile: Profile, network: str, *, most: int | None = None, **recipe: Any
) -> list[Step]:
    """Give a training for every seed of the profile, or for the first of them."""
    return [trained(profile, network, seed=seed, **recipe) for seed in seeds(profile, most)]


def trainings(profile: Profile, *blocks: int) -> list[Step]:
    """Give a training of each digit network for every block size and seed."""
    return [
        run
        for block in blocks
        for network in DIGIT_NETWORKS
        for run in repeated(profile, network, block=block)
    ]


def parking_convnet(profile: Profile, *, seed: int = 0, **recipe: Any) -> Step:
    """Give a training of Chollet's convnet on parking spaces: the network of part II."""
    return trained(
        profile,
        "chollet_convnet",
        seed=seed,
        data=parking(profile, profile.parking.convnet_size),
        **recipe,
    )


def parking_runs(profile: Profile) -> list[Step]:
    """Give the trainings of the parking network: fewer than of the digits', as they take long."""
    seeds = range(min(PARKING_RUNS, profile.experiments.repeats))
    return [parking_convnet(profile, seed=seed) for seed in seeds]


def filmed(profile: Profile, seed: int) -> Step:
    """Give a training that keeps the first layer's filters after every epoch."""
    every = list(range(profile.experiments.epochs["features"] + 1))
    return trained(profile, FILMED, seed=seed, epochs="features", watch=every)


def watched(profile: Profile, seed: int) -> Step:
    """Give the same training with the filters of a few epochs only, to stand side by side."""
    return kernels.at_epochs(run=filmed(profile, seed), epochs=WATCHED).called("learning:at_epochs")


def every_watched(profile: Profile) -> list[Step]:
    """Give such a training for a few seeds."""
    return [watched(profile, seed) for seed in seeds(profile, FILMS)]


def _data(source: Source, function: str, arguments: dict[str, Any], name: str) -> Step:
    return Step(function, arguments, name, {"data": source.name})
