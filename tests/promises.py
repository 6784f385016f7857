"""What users may rely on, tried out on us and on the peers; `python -m tests.promises` prints it.

Each cell is tried by running the library as its documentation asks: ✓ where it does what the
row says, ✗ where it gives something else or fails, – where it has no such method.
"""

import copy
import warnings
from collections.abc import Callable
from contextlib import suppress
from functools import cache

import torch
from captum.attr import GuidedBackprop, LayerGradCam
from pytorch_grad_cam import GradCAM, GuidedBackpropReLUModel
from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget
from torch import Tensor, nn
from torchcam.methods import GradCAM as TorchcamGradCAM

from cnnviz.methods.grad_cam import grad_cam
from cnnviz.methods.guided_backpropagation import guided_backpropagation
from tests.zoo import grown, images, state

CLASSES = torch.tensor([3, 7, 1])
Maps = Callable[[nn.Module, str, Tensor, Tensor], Tensor]
Signals = Callable[[nn.Module, Tensor, Tensor], Tensor]


def captum_maps(network: nn.Module, layer: str, pixels: Tensor, classes: Tensor) -> Tensor:
    method = LayerGradCam(network, network.get_submodule(layer))
    return method.attribute(pixels, target=classes, relu_attributions=True)[:, 0].detach()


def peer_maps(network: nn.Module, layer: str, pixels: Tensor, classes: Tensor) -> Tensor:
    targets = [ClassifierOutputTarget(int(label)) for label in classes]
    with GradCAM(network, [network.get_submodule(layer)]) as method:
        return torch.from_numpy(method(pixels, targets))


def torchcam_maps(network: nn.Module, layer: str, pixels: Tensor, classes: Tensor) -> Tensor:
    with TorchcamGradCAM(network, layer) as method:
        return method(classes.tolist(), network(pixels.clone().requires_grad_()))[0]


def captum_signals(network: nn.Module, pixels: Tensor, classes: Tensor) -> Tensor:
    return GuidedBackprop(network).attribute(pixels.clone().requires_grad_(), target=classes)


def peer_signals(network: nn.Module, pixels: Tensor, classes: Tensor) -> Tensor:
    method = GuidedBackpropReLUModel(network, device="cpu")
    given = torch.from_numpy(method(pixels, int(classes[0])))
    return given.permute(2, 0, 1)[None] if given.ndim == 3 else given


LIBRARIES: dict[str, tuple[Maps, Signals | None]] = {
    "cnnviz": (grad_cam, guided_backpropagation),
    "captum": (captum_maps, captum_signals),
    "grad-cam": (peer_maps, peer_signals),
    "torchcam": (torchcam_maps, None),
}


def alike(one: Tensor, other: Tensor) -> bool:
    """Compare maps by shape, each scaled by its own maximum and brought to one size."""

    def scaled(maps: Tensor) -> Tensor:
        maps = maps.detach().double().clamp(min=0).flatten(1)
        return maps / maps.amax(dim=1, keepdim=True).clamp(min=1e-300)

    size = one.shape[1:]
    if other.shape[1:] != size:  # grad-cam's are enlarged to the image
        one = nn.functional.interpolate(one[:, None], other.shape[1:], mode="bilinear")[:, 0]
    return len(one) == len(other) and bool((scaled(one) - scaled(other)).abs().max() < 1e-3)


def before_in_place(maps: Maps, _: Signals | None) -> bool:
    """Grad-CAM of a layer that an operation in place follows."""
    network, layer = grown("residual")
    reference = copy.deepcopy(network)
    reference.relu.inplace = False
    reference.forward = lambda pixels: _residual(reference, pixels)
    return alike(
        grad_cam(reference, layer, images(), CLASSES), maps(network, layer, images(), CLASSES)
    )


def _residual(network: nn.Module, pixels: Tensor) -> Tensor:
    first = network.relu(network.bn1(network.conv1(pixels)))
    second = network.bn2(network.conv2(first))
    return network.scores(network.relu(second + first).mean(dim=(2, 3)))


def frozen(maps: Maps, _: Signals | None) -> bool:
    """A frozen network."""
    network, layer = grown("functional")
    expected = grad_cam(network, layer, images(), CLASSES)
    network.requires_grad_(False)
    return alike(expected, maps(network, layer, images(), CLASSES))


def no_grad(maps: Maps, _: Signals | None) -> bool:
    """Called inside no_grad."""
    network, layer = grown("functional")
    expected = grad_cam(network, layer, images(), CLASSES)
    with torch.no_grad():
        return alike(expected, maps(network, layer, images(), CLASSES))


def inference_mode(maps: Maps, _: Signals | None) -> bool:
    """Called inside inference_mode."""
    network, layer = grown("functional")
    expected = grad_cam(network, layer, images(), CLASSES)
    with torch.inference_mode():
        return alike(expected, maps(network, layer, images() * 1, CLASSES * 1))


def relu6(_: Maps, signals: Signals | None) -> bool | None:
    """Guided backpropagation through ReLU6, or a refusal."""
    return None if signals is None else _guided("relu6", signals)


def functional_relu(_: Maps, signals: Signals | None) -> bool | None:
    """Guided backpropagation through ReLU called as a function, or a refusal."""
    return None if signals is None else _guided("functional", signals)


def _guided(kind: str, signals: Signals) -> bool:
    network, _ = grown(kind)
    expected = guided_backpropagation(network, images(1), CLASSES[:1])  # tested by hand elsewhere
    try:
        given = signals(network, images(1), CLASSES[:1])
    except ValueError:
        return True
    return torch.allclose(given.double(), expected, rtol=1e-4, atol=1e-9)


def batch(_: Maps, signals: Signals | None) -> bool | None:
    """Guided backpropagation of a batch equals that of its images."""
    if signals is None:
        return None
    network, _ = grown("in_place")
    together = signals(network, images(), CLASSES.clone().fill_(3))
    alone = [signals(network, image[None], CLASSES[:1]) for image in images()]
    return together.shape[0] == 3 and torch.allclose(together, torch.cat(alone))


def twice(_: Maps, signals: Signals | None) -> bool | None:
    """The same call a second time gives the same."""
    if signals is None:
        return None
    network, _ = grown("in_place")
    pixels = images(1)
    first = signals(network, pixels, CLASSES[:1]).clone()
    return torch.allclose(first, signals(network, pixels, CLASSES[:1]))


def untouched(maps: Maps, signals: Signals | None) -> bool:
    """The network is as it was after a call: mode, gradients, hooks, modules."""
    network, layer = grown("residual")
    before = state(network)
    maps(network, layer, images(), CLASSES)
    if signals is not None:
        signals(network, images(1), CLASSES[:1])
    return state(network) == before


def untouched_after_error(maps: Maps, signals: Signals | None) -> bool:
    """The same after an error inside."""
    network, layer = grown("residual")
    before = state(network)
    wrong = images(channels=5)
    with suppress(RuntimeError, ValueError, IndexError):
        maps(network, layer, wrong, CLASSES)
    if signals is not None:
        with suppress(RuntimeError, ValueError, IndexError):
            signals(network, wrong[:1], CLASSES[:1])
    return state(network) == before


def training_mode(maps: Maps, _: Signals | None) -> bool:
    """A network in training mode is refused, or at least not changed."""
    network, layer = grown("residual")
    network.train()
    before = state(network)
    with suppress(ValueError):
        maps(network, layer, images(), CLASSES)
    return state(network) == before


PROMISES: dict[str, Callable[[Maps, Signals | None], bool | None]] = {
    "Grad-CAM is right for a layer that an operation in place follows": before_in_place,
    "works on a frozen network": frozen,
    "works inside `torch.no_grad()`": no_grad,
    "works inside `torch.inference_mode()`": inference_mode,
    "guided backpropagation is right for ReLU6, or refuses": relu6,
    "guided backpropagation is right for ReLU as a function, or refuses": functional_relu,
    "guided backpropagation of a batch is that of its images": batch,
    "the same call again gives the same": twice,
    "the network is bit-identical after a call": untouched,
    "the network is bit-identical after an error": untouched_after_error,
    "a network in training mode is not changed": training_mode,
}


@cache
def kept(promise: str, library: str) -> bool | None:
    """Try a promise on a library; None where the library has no such method."""
    with warnings.catch_warnings(action="ignore"), torch.random.fork_rng():
        try:
            return PROMISES[promise](*LIBRARIES[library])
        except (AssertionError, AttributeError, IndexError, RuntimeError, TypeError):
            return False  # it failed where it should have worked


def table() -> str:
    """Give all promises and libraries as a Markdown table."""
    signs = {True: "✓", False: "✗", None: "–"}
    lines = [f"| promise | {' | '.join(LIBRARIES)} |", "|---" * (len(LIBRARIES) + 1) + "|"]
    for promise in PROMISES:
        cells = " | ".join(signs[kept(promise, library)] for library in LIBRARIES)
        lines.append(f"| {promise} | {cells} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
