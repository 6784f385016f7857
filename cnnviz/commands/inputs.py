"""What a command works on: the network, the pictures, and the class that is asked for."""

import argparse
import re
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from cnnviz.choice import UnknownName
from cnnviz.data.images import photo, square
from cnnviz.inspection import inspecting
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.models import network, preprocessing
from cnnviz.models.architecture import architecture, names
from cnnviz.models.imagenet import class_names
from cnnviz.models.preparation import Preparation
from cnnviz.training import probabilities

IMAGENET_CLASSES = 1000


@dataclass(frozen=True)
class Subject:
    """A network in evaluation mode and the pictures that it is shown."""

    network: nn.Module
    preparation: Preparation
    shown: Tensor  # pictures in [0, 1], (image, channel, height, width)

    @property
    def prepared(self) -> Tensor:
        """The pictures in the network's units."""
        return self.preparation.prepared(self.shown)


def subject(asked: argparse.Namespace) -> Subject:
    """Build the network and read the pictures that a command was given."""
    built = chosen_network(asked)
    preparation = preprocessing(asked.network)
    pictures = [photo(path) for path in getattr(asked, "images", None) or []]
    if not pictures:
        return Subject(built, preparation, torch.empty(0, channels(built), 1, 1))
    if preparation.size is None:
        side = asked.size or _own_size(asked.network)
        shown = torch.stack([square(picture, side) for picture in pictures])
    else:
        shown = torch.cat([preparation.framed(picture[None]) for picture in pictures])
    if channels(built) == 1:
        shown = shown.mean(dim=1, keepdim=True)
    return Subject(built, preparation, shown)


def chosen_network(asked: argparse.Namespace) -> nn.Module:
    """Build the network that was asked for, with its weights, in evaluation mode."""
    told = {"channels": asked.inputs, "size": asked.size, "classes": asked.classes}
    options = {name: value for name, value in told.items() if value is not None}
    weights = asked.weights
    if weights is None and asked.network in names():
        weights = "packaged" if "packaged" in architecture(asked.network).weights else None
    if preprocessing(asked.network).size is not None:
        options.pop("size", None)
    if weights is None:
        print(f"no --weights were given: {asked.network} has random ones")
    with torch.random.fork_rng():
        torch.manual_seed(0)
        return network(asked.network, weights=weights, **options).eval()


def channels(built: nn.Module) -> int:
    """Say how many channels a network's first convolution takes; 3 where it has none."""
    first = next((part for part in built.modules() if isinstance(part, nn.Conv2d)), None)
    return 3 if first is None else first.in_channels


def answered(of: Subject, label: str | None) -> tuple[Tensor, list[str]]:
    """Give the class asked for, or each picture's own answer, and a title for each picture."""
    chances = probabilities(of.network, of.prepared)
    names = _names(chances.shape[1])
    if label is None:
        classes = chances.argmax(dim=1)
    else:
        classes = torch.full((len(chances),), _number(label, names))
    titles = [
        f"{names[number]}: {chances[picture, number]:.1%}"
        for picture, number in enumerate(classes.tolist())
    ]
    return classes, titles


def last_maps(of: Subject) -> str:
    """Name the last layer whose output has places: maps of more than one pixel."""
    with inspecting(of.network, "the default layer"):
        outputs = feature_maps(of.network, of.prepared[:1])
    fitting = [name for name, maps in outputs.items() if maps.ndim == 4 and maps[0, 0].numel() > 1]
    if not fitting:
        raise ValueError("this network has no layer with maps: choose one with convolutions")
    return fitting[-1]


def chosen_channels(text: str, there: int) -> list[int]:
    """Read 0-8 or 3,7,21; what lies beyond the last channel of a range is left out."""
    chosen: list[int] = []
    for part in text.split(","):
        read = re.fullmatch(r"\s*(\d+)(?:-(\d+))?\s*", part)
        if read is None:
            raise ValueError(f"--channels takes 0-8 or 3,7,21, not {text!r}")
        chosen += range(int(read[1]), int(read[2] or read[1]) + 1)
    inside = [channel for channel in chosen if channel < there]
    if not inside:
        raise ValueError(f"the layer has the channels 0 to {there - 1}, but {text} were asked for")
    return inside


def _own_size(name: str) -> int:
    """Give the side of the images that a network takes unless it is told another."""
    return {"chollet_convnet": 150, "lenet5": 32}.get(name, 28)


def _names(count: int) -> list[str]:
    if count == IMAGENET_CLASSES:
        return list(class_names("imagenet"))
    return [str(number) for number in range(count)]


def _number(label: str, names: list[str]) -> int:
    if label.isdigit() and int(label) < len(names):
        return int(label)
    if label not in names:
        raise UnknownName("class", label, names)
    return names.index(label)
