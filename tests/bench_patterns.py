"""Pattern maximisation and DeepDream against lucent: the same work, in the same process.

Lucent (torch-lucent) is found where the caller puts it on the path, as in
`PYTHONPATH=.bench-peers python -m tests.bench_patterns`; without it, ours run alone.
"""

import contextlib
import os
import sys
import warnings
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from typing import Any

import torch
from torch import nn

from cnnviz.methods.deepdream import deepdream
from cnnviz.methods.maximise import maximise
from cnnviz.models.networks.chollet_convnet import chollet_convnet
from tests.bench_rounds import Factory, Tasks, measure

STEPS = int(os.environ.get("BENCH_STEPS", "5"))  # the course's 40 take eight times as long
UNITS = range(32)
BLOCKS = {"block 3": 15, "block 5": 29}  # of VGG16: the last ReLU

torch.set_num_threads(int(os.environ.get("BENCH_THREADS", "2")))


def convnet(size: int = 150) -> nn.Module:
    torch.manual_seed(0)
    return chollet_convnet(size=size).eval()


def vgg16() -> nn.Module:
    import torchvision

    torch.manual_seed(0)
    return torchvision.models.vgg16(weights=None).eval()


def our_patterns(layer: str, size: int, steps: int, **options: Any) -> Callable[[], object]:
    network = convnet(size)
    return lambda: maximise(network, layer, list(UNITS), size, steps=steps, **options)


def lucent_patterns(layer: str, size: int, steps: int) -> Callable[[], object]:
    """Optimise pixels as they are, without transformations: the least lucent can do."""
    from lucent.optvis import objectives, param, render

    network = convnet(size)

    def run() -> list[Any]:
        return [
            render.render_vis(
                network,
                objectives.channel(layer, unit),
                param_f=lambda: param.image(size, fft=False, decorrelate=False),
                transforms=[],
                preprocess=False,
                thresholds=(steps,),
                fixed_image_size=size,
                progress=False,
                show_image=False,
            )
            for unit in UNITS
        ]

    return run


def lucent_defaults(layer: str, size: int, steps: int) -> Callable[[], object]:
    """As lucent's README does it: Fourier, colours, jitter, turns, enlarged to 224 px."""
    from lucent.optvis import param, render

    network = convnet(224)

    def run() -> list[Any]:
        return [
            render.render_vis(
                network,
                f"{layer}:{unit}",
                param_f=lambda: param.image(size),
                thresholds=(steps,),
                progress=False,
                show_image=False,
            )
            for unit in UNITS
        ]

    return run


def photograph() -> torch.Tensor:
    torch.manual_seed(1)
    return torch.rand(1, 3, 224, 224)


def our_dream(layer: int, steps: int) -> Callable[[], object]:
    network, image = vgg16(), photograph()
    return lambda: deepdream(network, f"features.{layer}", image, steps=steps, octaves=1)


def lucent_dream(layer: int, steps: int) -> Callable[[], object]:
    from lucent.optvis import render

    network, image = vgg16(), photograph()

    def parameter() -> tuple[list[torch.Tensor], Callable[[], torch.Tensor]]:
        pixels = image.clone().requires_grad_()
        return [pixels], lambda: pixels

    return lambda: render.render_vis(
        network,
        lambda layers: -layers(f"features_{layer}").square().mean(),
        param_f=parameter,
        transforms=[],
        preprocess=False,
        thresholds=(steps,),
        progress=False,
        show_image=False,
    )


def contenders(ours: dict[str, Factory], lucents: dict[str, Factory]) -> dict[str, Factory]:
    """Give ours, and lucent's where it is installed."""
    return ours | (lucents if find_spec("lucent") else {})


TASKS: Tasks = {
    f"32 patterns of conv{stage}, 150 px, {STEPS} steps": contenders(
        {"cnnviz": partial(our_patterns, f"relu{stage}", 150, STEPS)},
        {"lucent, pixels, no transforms": partial(lucent_patterns, f"relu{stage}", 150, STEPS)},
    )
    for stage in (1, 2, 3, 4)
}
TASKS[f"32 natural patterns of conv3, 150 px, {STEPS} steps"] = contenders(
    {
        "cnnviz, natural": partial(our_patterns, "relu3", 150, STEPS, manner="natural"),
        "cnnviz, plain": partial(our_patterns, "relu3", 150, STEPS),
    },
    {"lucent, its defaults": partial(lucent_defaults, "relu3", 150, STEPS)},
)
TASKS["32 thumbnails of conv3, 48 px, 40 steps"] = contenders(
    {"cnnviz": partial(our_patterns, "relu3", 48, 40)},
    {"lucent, pixels, no transforms": partial(lucent_patterns, "relu3", 48, 40)},
)
TASKS |= {
    f"DeepDream on VGG16's {block}, 224 px, {STEPS} steps": contenders(
        {"cnnviz": partial(our_dream, layer, STEPS)},
        {"lucent, custom objective": partial(lucent_dream, layer, STEPS)},
    )
    for block, layer in BLOCKS.items()
}

if __name__ == "__main__":
    warnings.simplefilter("ignore")
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    with contextlib.suppress(KeyboardInterrupt):
        measure({name: task for name, task in TASKS.items() if wanted in name}, __spec__.name)
