"""The methods that the command line offers, with an example of each. Imports no torch."""

import argparse
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Command:
    """A method as a command: what it shows, an example, and the options of its own."""

    shows: str
    example: str
    own: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    needs_image: bool = True
    draws: bool = True


LAYER = {"help": "a layer's dotted name; `layers` lists them (default: the last with maps)"}
NEEDED = {"help": "a layer's dotted name; `layers` lists them", "required": True}
CLASS = {"help": "a class, by name or number (default: what the network answers)", "dest": "label"}
CHANNELS = {"help": "which channels: 0-8 or 3,7,21 (default: the first 16)", "default": "0-15"}
SEED = {"type": int, "default": 0}

COMMANDS: dict[str, Command] = {
    "layers": Command(
        "the layers: names, output shapes, parameters, multiply-adds, receptive fields",
        "layers --network resnet18",
        needs_image=False,
        draws=False,
    ),
    "feature-maps": Command(
        "what a layer makes of the picture",
        "feature-maps --layer features.2 --channels 0-31 --image cat.jpg --out maps.png",
        {"layer": LAYER, "channels": CHANNELS},
    ),
    "kernels": Command(
        "the filters that a convolution learnt",
        "kernels --layer features.0.0 --out kernels.png",
        {"layer": NEEDED},
        needs_image=False,
    ),
    "grad-cam": Command(
        "which places speak for a class, seen from a layer",
        "grad-cam --image cat.jpg --class 'tiger cat' --out cam.png",
        {"layer": LAYER, "class": CLASS},
    ),
    "cam": Command(
        "which places speak for a class, where the last maps are averaged",
        "cam --layer features.8 --head classifier.1 --image cat.jpg --out cam.png",
        {
            "layer": NEEDED,
            "head": {"help": "the linear layer that scores the averages", "required": True},
            "class": CLASS,
        },
    ),
    "saliency": Command(
        "how much each pixel would change the score",
        "saliency --image cat.jpg --out saliency.png",
        {"class": CLASS},
    ),
    "guided-backpropagation": Command(
        "the gradient by the pixels, without what argues against",
        "guided-backpropagation --image cat.jpg --out guided.png",
        {"class": CLASS},
    ),
    "integrated-gradients": Command(
        "each pixel's share of the score",
        "integrated-gradients --steps 50 --image cat.jpg --out shares.png",
        {"class": CLASS, "steps": {"type": int, "default": 50}},
    ),
    "occlusion": Command(
        "how much the score falls when a place is covered",
        "occlusion --window 32 --stride 16 --image cat.jpg --out falls.png",
        {
            "class": CLASS,
            "window": {"type": int, "default": 32, "help": "pixels a side"},
            "stride": {"type": int, "default": 16, "help": "pixels from window to window"},
        },
    ),
    "deconvnet": Command(
        "what in the picture made channels of a layer fire",
        "deconvnet --layer features.4 --channels 0-7 --image cat.jpg --out deconvnet.png",
        {"layer": NEEDED, "channels": CHANNELS},
    ),
    "maximise": Command(
        "the pictures that would excite channels most",
        "maximise --layer features.4 --channels 0-15 --manner natural --out patterns.png",
        {
            "layer": NEEDED,
            "channels": CHANNELS,
            "side": {"type": int, "default": 128, "help": "pixels a side of each picture"},
            "steps": {"type": int, "default": 40},
            "manner": {"choices": ["plain", "natural"], "default": "plain"},
            "seed": SEED,
        },
        needs_image=False,
    ),
    "deepdream": Command(
        "the picture changed until a layer sees in it more of what it looks for",
        "deepdream --layer features.5 --image cat.jpg --out dream.png",
        {
            "layer": NEEDED,
            "steps": {"type": int, "default": 15, "help": "steps an octave"},
            "rate": {"type": float, "default": 0.01, "help": "mean change of a pixel in a step"},
            "octaves": {"type": int, "default": 4},
            "seed": SEED,
        },
    ),
    "pixel-remap": Command(
        "the picture with its pixels shuffled, and put back",
        "pixel-remap --image cat.jpg --seed 7 --out remap.png",
        {
            "seed": SEED,
            "block": {"type": int, "help": "shuffle only within squares of so many pixels"},
        },
    ),
}


def add_commands(parsers: Any) -> None:
    """Add a parser for each method."""
    for name, command in COMMANDS.items():
        parser = parsers.add_parser(
            name,
            help=command.shows,
            description=f"Show {command.shows}.",
            epilog=f"example:\n  python -m cnnviz {command.example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        _add_common(parser, command)
        for option, settings in command.own.items():
            parser.add_argument(f"--{option}", **settings)
        parser.set_defaults(run=_run, method=name)


def _add_common(parser: argparse.ArgumentParser, command: Command) -> None:
    if command.needs_image:
        parser.add_argument(
            "--image",
            type=Path,
            action="append",
            required=True,
            metavar="FILE",
            dest="images",
            help="a picture; may be given several times",
        )
    if command.draws:
        parser.add_argument(
            "--out",
            type=Path,
            required=True,
            metavar="FILE",
            help="what to write: .png, .svg, .pdf",
        )
    parser.add_argument("--network", default="efficientnet_lite0", help="(default: %(default)s)")
    parser.add_argument(
        "--weights",
        metavar="FILE",
        help="a .safetensors or .pth file, 'packaged', or 'torchvision', which fetches them "
        "(default: those that a package brings, else random ones)",
    )
    for option, what in (
        ("inputs", "channels that the network takes"),
        ("size", "side of its images in pixels"),
        ("classes", "classes it tells apart"),
    ):
        parser.add_argument(f"--{option}", type=int, metavar="N", help=f"{what}, if it can be told")


def _run(asked: argparse.Namespace) -> int:
    """Import torch only now that something is to be computed; tell mistakes in one line."""
    views = import_module("cnnviz.commands.views")
    try:
        return int(views.run(asked))
    except (ValueError, RuntimeError) as error:  # a RuntimeError: shapes that do not fit
        print(f"error: {error}", file=sys.stderr)
        return 1
