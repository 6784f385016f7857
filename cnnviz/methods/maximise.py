"""Pattern maximisation: the picture that excites a unit most, by gradient ascent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn

from cnnviz.choice import pick
from cnnviz.inspection import inspecting
from cnnviz.methods.blurring import blurred
from cnnviz.methods.canvas import Canvas, Pixels, Shape, Spectrum
from cnnviz.methods.unit_activation import UnitActivation, unit_activation

MANNERS: dict[str, Callable[[Shape, float | None], Canvas]] = {"plain": Pixels, "natural": Spectrum}

# Bytes of the largest output in a batch. On a processor, the C library gives bigger ones back to
# the system and asks for them again at every step, which costs more than a bigger batch saves:
# up to half as much again in a process that has done other work before.
LARGEST_OUTPUT = {"cpu": 6_000_000, "cuda": 256_000_000, "mps": 256_000_000}


@dataclass(frozen=True)
class Patterns:
    """Pictures that excite units, and how much they did on the way.

    A unit is silent if its picture had no gradient at any step and still is its start. Another
    seed may wake it, or the layer before its ReLU.
    """

    images: Float[Tensor, "pattern channel height width"]
    activations: Float[Tensor, "moment pattern"]  # before the first step and after each
    silent: Bool[Tensor, " pattern"]


def maximise(
    network: nn.Module,
    layer: str,
    units: Sequence[int],
    size: int | tuple[int, int],
    *,
    channels: int = 3,
    steps: int = 40,
    manner: str = "plain",
    rate: float | None = None,
    jitter: int | None = None,
    smoothing: float = 0.0,
    seed: int = 0,
    prepare: Callable[[Tensor], Tensor] | None = None,
    batch: int | None = None,
) -> Patterns:
    """Make, for each of these units of a layer, the picture that excites it most.

    A unit is a channel of a layer with maps, excited by the mean of its map, or an output of a
    dense layer. The size is the pictures' in pixels: one number, or (height, width). Pictures
    have the pixels' range [0, 1]; `prepare` makes of them what the network takes, for instance
    by subtracting the mean of its training images.

    The "plain" manner moves pixels (see `Pixels`; show them `deprocessed`), the "natural" one
    Fourier coefficients in decorrelated colours (see `Spectrum`). Before each step the pictures
    are shifted by up to `jitter` pixels, what leaves at one side coming in at the other: by
    default not at all in the plain manner, by a sixteenth of the shorter side in the natural.
    A rate of None is the manner's own. In the plain manner `smoothing` blurs each gradient with a
    Gaussian of that standard deviation in pixels (Mordvintsev et al. 2015).

    A picture depends on the seed and its unit, not on what else is asked for, nor on the batch,
    which by default is as large as is fast.

    Erhan et al. 2009, "Visualizing Higher-Layer Features of a Deep Network".
    """
    height, width = (size, size) if isinstance(size, int) else size
    shape = (channels, height, width)
    canvas_of = pick("manner", manner, MANNERS)
    if jitter is None:
        jitter = 0 if manner == "plain" else min(height, width) // 16
    if smoothing and manner != "plain":
        raise ValueError(
            f"smoothing blurs gradients of pixels, and the {manner} manner moves none: "
            f"use manner='plain', or a smoothing of 0 instead of {smoothing}"
        )
    shifts = _shifts(jitter, steps, seed)
    with inspecting(network, "maximise"):
        weights = next(network.parameters(), torch.empty(0))
        grey = torch.full((1, *shape), 0.5).to(weights)
        activation = unit_activation(network, layer, grey, prepare)
        chosen = activation.checked(units).to(weights.device)
        if batch is None:
            batch = activation.batch(LARGEST_OUTPUT.get(weights.device.type, LARGEST_OUTPUT["cpu"]))
        parts = []
        for some in chosen.chunk(ceil(len(chosen) / batch)):  # equal parts
            canvas = canvas_of(shape, rate)
            starts = canvas.starts(_generators(some, seed)).to(weights)
            parts.append(_ascended(canvas, activation, some, starts, shifts, smoothing))
        return _joined(parts)


def deprocessed(
    images: Float[Tensor, "pattern channel height width"],
) -> Float[Tensor, "pattern channel height width"]:
    """Make patterns fit to be shown: each with mean 0.5 and standard deviation 0.1, in [0, 1].

    Chollet 2018, "Deep Learning with Python", section 5.4.2.
    """
    centred = images - images.mean(dim=(1, 2, 3), keepdim=True)
    deviation = centred.square().mean(dim=(1, 2, 3), keepdim=True).sqrt()
    return (centred / (deviation + 1e-5) * 0.1 + 0.5).clamp(0, 1)


def _generators(units: Int[Tensor, " pattern"], seed: int) -> list[torch.Generator]:
    """Give each unit a generator of its own, whatever other units there are."""
    seeds = [np.random.SeedSequence([seed, unit]).generate_state(1) for unit in units.tolist()]
    return [torch.Generator().manual_seed(int(own[0])) for own in seeds]


def _shifts(jitter: int, steps: int, seed: int) -> list[tuple[int, int]]:
    generator = torch.Generator().manual_seed(seed)
    shifts = torch.randint(-jitter, jitter + 1, (steps, 2), generator=generator)
    return [(down, across) for down, across in shifts.tolist()]


def _ascended(
    canvas: Canvas,
    activation: UnitActivation,
    units: Int[Tensor, " pattern"],
    values: Float[Tensor, "pattern ..."],
    shifts: list[tuple[int, int]],
    smoothing: float,
) -> Patterns:
    """Climb one step for each shift, all patterns of the batch at once."""
    starts, answers = values, []
    for shift in shifts:
        values = values.detach().requires_grad_()
        images = canvas.pictures(values)
        shifted = images.roll(shift, (2, 3)) if any(shift) else images
        answer = activation(shifted, units)
        # Images do not mix in evaluation mode, so the sum has each pattern's own gradient.
        (gradients,) = torch.autograd.grad(answer.sum(), values)
        answers.append(answer.detach())
        with torch.no_grad():
            if smoothing:  # only ever of pixels
                gradients = blurred(gradients, smoothing)
            values = canvas.step(values, gradients)
    with torch.no_grad():
        images = canvas.pictures(values)
        answers.append(activation(images, units))
    still = (values == starts).flatten(1).all(dim=1)
    return Patterns(images, torch.stack(answers), silent=still)


def _joined(parts: list[Patterns]) -> Patterns:
    patterns = Patterns(
        images=torch.cat([part.images for part in parts]),
        activations=torch.cat([part.activations for part in parts], dim=1),
        silent=torch.cat([part.silent for part in parts]),
    )
    if not patterns.images.isfinite().all():
        raise ArithmeticError(
            "a pattern is no longer made of numbers: the network's weights may not be either, "
            "or the rate is too large"
        )
    return patterns
