"""DeepDream: a photograph changed until a layer sees in it more of what it looks for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn.functional import interpolate

from cnnviz.inspection import inspecting, ready
from cnnviz.methods.blurring import blurred
from cnnviz.methods.unit_activation import prepared
from cnnviz.recording import output_of, recording

Images = Float[Tensor, "image channel height width"]


@dataclass(frozen=True)
class Dream:
    """Dreamt images, in [0, 1], and how the dream went."""

    images: Float[Tensor, "image channel height width"]
    excitement: Float[Tensor, "octave step image"]  # the objective before each step
    history: Float[Tensor, "moment image channel height width"] | None  # after each step, enlarged


@dataclass(frozen=True)
class Excitement:
    """The objective: the mean square of each layer's activations, weighted and summed."""

    network: nn.Module
    layers: dict[str, float]  # with their weights, the last one to run at the end
    prepare: Callable[[Tensor], Tensor] | None

    def __call__(self, images: Images) -> Float[Tensor, " image"]:
        """Give how much each image excites the layers; what comes after them does not run."""
        *earlier, last = self.layers
        with recording(self.network, *earlier) as outputs:
            final = output_of(self.network, last, prepared(images, self.prepare))
        answers = [outputs[layer] for layer in earlier] + [final]
        squares = [answer.square().flatten(1).mean(dim=1) for answer in answers]
        return sum(
            (weight * square for weight, square in zip(self.layers.values(), squares, strict=True)),
            start=torch.zeros_like(squares[0]),
        )


def deepdream(
    network: nn.Module,
    layers: str | Sequence[str] | Mapping[str, float],
    images: Images,
    *,
    steps: int = 15,
    rate: float = 0.01,
    octaves: int = 4,
    octave_scale: float = 1.4,
    jitter: int = 16,
    smoothing: float = 0.0,
    seed: int = 0,
    prepare: Callable[[Tensor], Tensor] | None = None,
    history: bool = False,
) -> Dream:
    """Change images step by step so that they excite the layers more.

    Images are in [0, 1]; `prepare` makes of them what the network takes. Layers may have
    weights. The dream begins on the image made small and goes on, octave by octave, on images
    larger by the scale: the original in that size, plus the detail dreamt so far. A step is
    `rate` × gradient / mean |gradient|, of an image shifted around by up to `jitter` pixels;
    `smoothing` blurs the gradient with a Gaussian of that standard deviation in pixels.

    Mordvintsev, Olah & Tyka 2015, "Inceptionism",
    https://research.google/blog/inceptionism-going-deeper-into-neural-networks, and the notebook
    https://github.com/google/deepdream.
    """
    height, width = images.shape[2:]
    sizes = octave_sizes(height, width, octaves, octave_scale)
    generator = torch.Generator().manual_seed(seed)
    shifts = torch.randint(-jitter, jitter + 1, (octaves, steps, 2), generator=generator).tolist()
    moments: list[Tensor] = []
    with inspecting(network, "deepdream"):
        originals = dreamt = ready(images)
        detail = torch.zeros_like(originals)
        course = originals.new_zeros(octaves, steps, len(images))
        excitement = _excitement(network, layers, resized(originals[:1], sizes[0]), prepare)
        for octave, size in enumerate(sizes):
            base = resized(originals, size)
            dreamt = base + resized(detail, size)
            for step, shift in enumerate(shifts[octave]):
                gradients, course[octave, step] = _gradients(dreamt, excitement, shift)
                dreamt = (dreamt + rate * even(blurred(gradients, smoothing))).clamp(0, 1)
                if history:
                    moments.append(resized(dreamt, sizes[-1]))
            detail = dreamt - base
        return Dream(dreamt, course, torch.stack(moments) if moments else None)


def octave_sizes(height: int, width: int, octaves: int, scale: float) -> list[tuple[int, int]]:
    """Give the height and width of each octave, smallest first, the image's own last."""
    if octaves < 1 or scale <= 1:
        raise ValueError(
            f"a dream needs at least one octave and a scale above 1, not {octaves} and {scale}"
        )
    factors = [scale**octave for octave in reversed(range(octaves))]
    return [(max(round(height / by), 1), max(round(width / by), 1)) for by in factors]


def resized(
    images: Images, size: tuple[int, int]
) -> Float[Tensor, "image channel new_height new_width"]:
    """Make images larger or smaller, smoothly."""
    if tuple(images.shape[2:]) == size:
        return images
    return interpolate(images, size, mode="bilinear", antialias=True)


def _excitement(
    network: nn.Module,
    layers: str | Sequence[str] | Mapping[str, float],
    image: Float[Tensor, "1 channel height width"],
    prepare: Callable[[Tensor], Tensor] | None,
) -> Excitement:
    """Put the layer that runs last at the end: the one before which all others have run."""
    names = [layers] if isinstance(layers, str) else list(layers)
    weights = dict(layers) if isinstance(layers, Mapping) else dict.fromkeys(names, 1.0)
    if not weights:
        raise ValueError("a dream needs at least one layer")
    for last in weights:
        earlier = [layer for layer in weights if layer != last]
        with recording(network, *earlier) as outputs, torch.no_grad():
            try:
                output_of(network, last, prepared(image, prepare))
            except RuntimeError as error:
                height, width = image.shape[2:]
                error.add_note(f"the smallest octave is {height}×{width}: try fewer octaves")
                raise
        if len(outputs) == len(earlier):
            break
    return Excitement(network, {name: weights[name] for name in [*earlier, last]}, prepare)


def _gradients(
    images: Images, excitement: Excitement, shift: list[int]
) -> tuple[Images, Float[Tensor, " image"]]:
    """Give the gradient of each image's excitement, seen after a shift, and the excitement."""
    images = images.detach().requires_grad_()
    excited = excitement(images.roll(shift, (2, 3)) if any(shift) else images)
    # Images do not mix in evaluation mode, so the sum has each image's own gradient.
    (gradients,) = torch.autograd.grad(excited.sum(), images)
    return gradients, excited.detach()


def even(gradients: Images) -> Images:
    """Divide by each image's mean |gradient|; where all is zero, it stays zero."""
    sizes = gradients.abs().mean(dim=(1, 2, 3), keepdim=True)
    return gradients / sizes.clamp(min=torch.finfo(sizes.dtype).tiny)
