"""Each command's picture: the method applied, and drawn in one line."""

import argparse
from collections.abc import Callable

import torch
from matplotlib.figure import Figure
from torch import Tensor

from cnnviz import show
from cnnviz.commands.inputs import Subject, answered, chosen_channels, last_maps, subject
from cnnviz.commands.layers import table
from cnnviz.methods.cam import cam
from cnnviz.methods.deconvnet import deconvnet
from cnnviz.methods.deepdream import deepdream
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.methods.guided_backpropagation import guided_backpropagation
from cnnviz.methods.integrated_gradients import integrated_gradients
from cnnviz.methods.kernels import kernels
from cnnviz.methods.maximise import deprocessed, maximise
from cnnviz.methods.occlusion import occlusion
from cnnviz.methods.pixel_remap import PixelRemap
from cnnviz.methods.saliency import saliency
from cnnviz.recording import layer_module

SUFFIXES = (".png", ".svg", ".pdf")


def run(asked: argparse.Namespace) -> int:
    """Carry out a command: write its picture and say where, or print its table."""
    if asked.method == "layers":
        print(table(subject(asked), asked.size))
        return 0
    if asked.out.suffix.lower() not in SUFFIXES:
        raise ValueError(f"--out must end in {', '.join(SUFFIXES)}, not {asked.out.name!r}")
    of = subject(asked)
    if asked.__dict__.get("layer"):
        for layer in asked.layer.split(","):
            layer_module(of.network, layer)  # a misspelt one is told before anything is computed
    elif "layer" in asked:
        asked.layer = last_maps(of)
        print(f"layer: {asked.layer}")
    figure = VIEWS[asked.method](of, asked)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(asked.out, dpi=150)
    print(f"{asked.out}: {', '.join(_titles(figure)) or asked.method}")
    return 0


def _titles(figure: Figure) -> list[str]:
    return [place.get_title() for place in figure.axes if ":" in place.get_title()]


def _feature_maps(of: Subject, asked: argparse.Namespace) -> Figure:
    maps = feature_maps(of.network, of.prepared, [asked.layer])[asked.layer]
    chosen = chosen_channels(asked.channels, maps.shape[1])
    return show.maps(maps[0, chosen], [f"channel {channel}" for channel in chosen])


def _kernels(of: Subject, asked: argparse.Namespace) -> Figure:
    weights = kernels(of.network, asked.layer)
    if weights.shape[1] in (1, 3):
        low, high = weights.amin(), weights.amax()
        return show.pictures((weights - low) / (high - low), columns=8)
    return show.maps(weights[:, 0], columns=8)


def _grad_cam(of: Subject, asked: argparse.Namespace) -> Figure:
    classes, titles = answered(of, asked.label)
    return show.overlay(of.shown, grad_cam(of.network, asked.layer, of.prepared, classes), titles)


def _cam(of: Subject, asked: argparse.Namespace) -> Figure:
    classes, titles = answered(of, asked.label)
    evidence = cam(of.network, asked.layer, asked.head, of.prepared, classes)
    return show.overlay(of.shown, evidence, titles)


def _saliency(of: Subject, asked: argparse.Namespace) -> Figure:
    classes, titles = answered(of, asked.label)
    return show.maps(saliency(of.network, of.prepared, classes).amax(dim=1), titles)


def _guided(of: Subject, asked: argparse.Namespace) -> Figure:
    classes, titles = answered(of, asked.label)
    signals = guided_backpropagation(of.network, of.prepared, classes)
    return show.pictures(_around_grey(signals), titles)


def _integrated(of: Subject, asked: argparse.Namespace) -> Figure:
    classes, titles = answered(of, asked.label)
    shares = integrated_gradients(of.network, of.prepared, classes, steps=asked.steps)
    return show.maps(shares.sum(dim=1), titles)


def _occlusion(of: Subject, asked: argparse.Namespace) -> Figure:
    classes, titles = answered(of, asked.label)
    falls = occlusion(of.network, of.prepared, classes, asked.window, asked.stride)
    return show.maps(falls, titles)


def _deconvnet(of: Subject, asked: argparse.Namespace) -> Figure:
    there = feature_maps(of.network, of.prepared[:1], [asked.layer])[asked.layer].shape[1]
    chosen = chosen_channels(asked.channels, there)
    pictures = of.prepared[:1].expand(len(chosen), -1, -1, -1)
    carried = deconvnet(of.network, asked.layer, pictures, torch.tensor(chosen))
    return show.pictures(_around_grey(carried), [f"channel {channel}" for channel in chosen])


def _maximise(of: Subject, asked: argparse.Namespace) -> Figure:
    there = _channels_of(of, asked)
    chosen = chosen_channels(asked.channels, there)
    patterns = maximise(
        of.network,
        asked.layer,
        chosen,
        asked.side,
        channels=of.shown.shape[1],
        steps=asked.steps,
        manner=asked.manner,
        seed=asked.seed,
        prepare=of.preparation.prepared,
    )
    titles = [
        f"{unit} is silent" if silent else f"channel {unit}"
        for unit, silent in zip(chosen, patterns.silent.tolist(), strict=True)
    ]
    plain = asked.manner == "plain"
    return show.pictures(deprocessed(patterns.images) if plain else patterns.images, titles)


def _channels_of(of: Subject, asked: argparse.Namespace) -> int:
    grey = torch.full((1, of.shown.shape[1], asked.side, asked.side), 0.5)
    prepared = of.preparation.prepared(grey)
    return feature_maps(of.network, prepared, [asked.layer])[asked.layer].shape[1]


def _deepdream(of: Subject, asked: argparse.Namespace) -> Figure:
    dream = deepdream(
        of.network,
        asked.layer.split(","),
        of.shown,
        steps=asked.steps,
        rate=asked.rate,
        octaves=asked.octaves,
        seed=asked.seed,
        prepare=of.preparation.prepared,
    )
    return show.pictures(dream.images)


def _pixel_remap(of: Subject, asked: argparse.Namespace) -> Figure:
    remap = PixelRemap.fitting(of.shown, seed=asked.seed, block=asked.block)
    moved = remap(of.shown)
    return show.pictures(torch.cat([of.shown, moved, remap.inverse(moved)]), columns=len(moved))


def _around_grey(signals: Tensor) -> Tensor:
    """Scale each picture by its own largest value, with zero in the middle of the range."""
    reach = signals.abs().amax(dim=(1, 2, 3), keepdim=True)
    return signals / (2 * reach.where(reach > 0, 1)) + 0.5


VIEWS: dict[str, Callable[[Subject, argparse.Namespace], Figure]] = {
    "feature-maps": _feature_maps,
    "kernels": _kernels,
    "grad-cam": _grad_cam,
    "cam": _cam,
    "saliency": _saliency,
    "guided-backpropagation": _guided,
    "integrated-gradients": _integrated,
    "occlusion": _occlusion,
    "deconvnet": _deconvnet,
    "maximise": _maximise,
    "deepdream": _deepdream,
    "pixel-remap": _pixel_remap,
}
