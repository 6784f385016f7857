"""Our ways of explaining a decision against captum, grad-cam and torchcam, for `make bench`.

Each peer is called as its documentation asks, and as a careful user would: with the network and
the images in channels_last, and with its best batch. Weights are random: they cost as much.
"""

import os
import sys
import warnings
from collections.abc import Callable

import torch
import torchvision
from torch import Tensor, nn

from cnnviz.methods.grad_cam import grad_cam
from cnnviz.methods.guided_backpropagation import guided_backpropagation
from cnnviz.methods.integrated_gradients import integrated_gradients
from cnnviz.methods.occlusion import occlusion
from cnnviz.methods.panel import panel
from cnnviz.methods.saliency import saliency
from cnnviz.models import network as built
from tests.bench_rounds import measure

Work = Callable[[], object]
LAYERS = ["layer1", "layer2", "layer3", "layer4"]
CLASSES = [1, 2, 3, 5, 8]
CLASS = 5
careful = "in channels_last"


def resnet18(laid_out: bool = False) -> nn.Module:
    """Give a ResNet-18 with random weights."""
    torch.manual_seed(0)
    network = torchvision.models.resnet18(weights=None).eval()
    return network.to(memory_format=torch.channels_last) if laid_out else network


def chollet(laid_out: bool = False) -> nn.Module:
    """Give Chollet's convnet for 64 px and ten classes, with random weights."""
    torch.manual_seed(0)
    network = built("chollet_convnet", size=64, classes=10).eval()
    return network.to(memory_format=torch.channels_last) if laid_out else network


def photos(count: int, size: int = 224, laid_out: bool = False) -> Tensor:
    """Give random images."""
    images = torch.randn(count, 3, size, size, generator=torch.Generator().manual_seed(1))
    return images.contiguous(memory_format=torch.channels_last) if laid_out else images


def one_class(count: int) -> Tensor:
    """Give the same class for each image."""
    return torch.full((count,), CLASS)


def grad_cams(count: int) -> dict[str, Callable[[], Work]]:
    """Grad-CAM of ResNet-18's last stage."""

    def ours(laid_out: bool = False) -> Work:
        network, images = resnet18(laid_out), photos(count, laid_out=laid_out)
        return lambda: grad_cam(network, "layer4", images, one_class(count))

    def captum(laid_out: bool = False) -> Work:
        from captum.attr import LayerGradCam

        network, images = resnet18(laid_out), photos(count, laid_out=laid_out)
        method = LayerGradCam(network, network.layer4)
        return lambda: method.attribute(images, target=CLASS, relu_attributions=True).detach()

    def peer(laid_out: bool = False) -> Work:
        from pytorch_grad_cam import GradCAM
        from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

        network, images = resnet18(laid_out), photos(count, laid_out=laid_out)
        method = GradCAM(network, [network.layer4])
        return lambda: method(images, [ClassifierOutputTarget(CLASS)] * count)

    def torchcam() -> Work:
        from torchcam.methods import GradCAM

        network, images = resnet18(), photos(count)
        method = GradCAM(network, "layer4")
        return lambda: method(CLASS, network(images), normalized=False)

    return {
        "cnnviz": ours,
        f"cnnviz, {careful}": lambda: ours(True),
        "captum": captum,
        f"captum, {careful}": lambda: captum(True),
        "grad-cam": peer,
        f"grad-cam, {careful}": lambda: peer(True),
        "torchcam": torchcam,
    }


def five_classes() -> dict[str, Callable[[], Work]]:
    """Grad-CAM of one image for five classes."""

    def ours() -> Work:
        network, images = resnet18(), photos(1)
        return lambda: grad_cam(network, "layer4", images, torch.tensor([CLASSES]))

    def captum() -> Work:
        from captum.attr import LayerGradCam

        network, images = resnet18(), photos(1)
        method = LayerGradCam(network, network.layer4)
        return lambda: [
            method.attribute(images, target=c, relu_attributions=True).detach() for c in CLASSES
        ]

    def peer() -> Work:
        from pytorch_grad_cam import GradCAM
        from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

        network, images = resnet18(), photos(1)
        method = GradCAM(network, [network.layer4])
        return lambda: [method(images, [ClassifierOutputTarget(c)]) for c in CLASSES]

    def torchcam() -> Work:
        from torchcam.methods import GradCAM

        network, images = resnet18(), photos(1)
        method = GradCAM(network, "layer4")

        def run() -> list[Tensor]:
            scores = network(images)
            asked = {"normalized": False, "retain_graph": True}
            return [method(c, scores, **asked)[0].clone() for c in CLASSES]

        return run

    return {"cnnviz": ours, "captum": captum, "grad-cam": peer, "torchcam": torchcam}


def panels() -> dict[str, Callable[[], Work]]:
    """Activations and Grad-CAM of four layers, and saliency, of one image."""

    def ours(laid_out: bool = False) -> Work:
        network, images = resnet18(laid_out), photos(1, laid_out=laid_out)
        return lambda: panel(network, LAYERS, images, one_class(1))

    def captum(laid_out: bool = False) -> Work:
        from captum.attr import LayerActivation, LayerGradCam, Saliency

        network, images = resnet18(laid_out), photos(1, laid_out=laid_out)
        layers = [network.get_submodule(layer) for layer in LAYERS]
        maps, slopes = LayerActivation(network, layers), Saliency(network)
        cams = [LayerGradCam(network, layer) for layer in layers]
        pixels = images.clone().requires_grad_()

        def run() -> object:
            with torch.no_grad():
                seen = maps.attribute(images)
            asked = {"target": CLASS, "relu_attributions": True}
            evidence = [cam.attribute(images, **asked).detach() for cam in cams]
            return seen, evidence, slopes.attribute(pixels, target=CLASS)

        return run

    return _both_ways(ours, captum)


def occlusions() -> dict[str, Callable[[], Work]]:
    """Occlusion of a 64 px image by an 8 px window in steps of 4: 225 windows."""

    def ours(laid_out: bool = False) -> Work:
        network, images = chollet(laid_out), photos(1, 64, laid_out)
        return lambda: occlusion(network, images, one_class(1), window=8, stride=4)

    def captum(batch: int = 1, laid_out: bool = False) -> Work:
        from captum.attr import Occlusion

        network, images = chollet(laid_out), photos(1, 64, laid_out)
        method = Occlusion(network)

        def run() -> Tensor:
            asked = {"strides": (3, 4, 4), "target": CLASS, "perturbations_per_eval": batch}
            with torch.no_grad():
                return method.attribute(images, (3, 8, 8), **asked)

        return run

    return {
        "cnnviz": ours,
        f"cnnviz, {careful}": lambda: ours(True),
        "captum": captum,
        "captum, batches of 16": lambda: captum(16),
        f"captum, batches of 16, {careful}": lambda: captum(16, True),
    }


def gradients(
    count: int, ours: Callable[..., Tensor], theirs: str
) -> dict[str, Callable[[], Work]]:
    """Gradients by the pixels: plain or guided."""

    def mine(laid_out: bool = False) -> Work:
        network, images = resnet18(laid_out), photos(count, laid_out=laid_out)
        return lambda: ours(network, images, one_class(count))

    def captum(laid_out: bool = False) -> Work:
        import captum.attr

        network = resnet18(laid_out)
        pixels = photos(count, laid_out=laid_out).requires_grad_()
        method = getattr(captum.attr, theirs)(network)
        return lambda: method.attribute(pixels, target=CLASS)

    return _both_ways(mine, captum)


def paths() -> dict[str, Callable[[], Work]]:
    """Integrated gradients of one image in 50 steps."""

    def ours(laid_out: bool = False) -> Work:
        network, images = resnet18(laid_out), photos(1, laid_out=laid_out)
        return lambda: integrated_gradients(network, images, one_class(1))

    def captum(batch: int | None = None, laid_out: bool = False) -> Work:
        from captum.attr import IntegratedGradients

        network, images = resnet18(laid_out), photos(1, laid_out=laid_out)
        method = IntegratedGradients(network)
        return lambda: method.attribute(images, target=CLASS, internal_batch_size=batch)

    return {
        "cnnviz": ours,
        f"cnnviz, {careful}": lambda: ours(True),
        "captum": captum,
        "captum, batches of 4": lambda: captum(4),
        f"captum, batches of 4, {careful}": lambda: captum(4, True),
    }


def _both_ways(
    ours: Callable[[bool], Work], captum: Callable[[bool], Work]
) -> dict[str, Callable[[], Work]]:
    return {
        "cnnviz": lambda: ours(False),
        f"cnnviz, {careful}": lambda: ours(True),
        "captum": lambda: captum(False),
        f"captum, {careful}": lambda: captum(True),
    }


warnings.filterwarnings("ignore")
TASKS: dict[str, dict[str, Callable[[], Work]]] = {
    "Grad-CAM, 1 image": grad_cams(1),
    "Grad-CAM, 16 images": grad_cams(16),
    "Grad-CAM, 5 classes": five_classes(),
    "panel: 4 activations, 4 Grad-CAMs, saliency": panels(),
    "occlusion, 225 windows": occlusions(),
    "saliency, 1 image": gradients(1, saliency, "Saliency"),
    "guided backpropagation, 1 image": gradients(1, guided_backpropagation, "GuidedBackprop"),
    "integrated gradients, 50 steps": paths(),
}


def main(arguments: list[str]) -> None:
    """Measure the tasks whose names contain all of the words given: all tasks without any."""
    chosen = {
        name: contenders
        for name, contenders in TASKS.items()
        if all(word in name for word in arguments)
    }
    measure(chosen, "tests.bench_methods")


if __name__ == "__main__":
    torch.set_num_threads(int(os.environ.get("BENCH_THREADS", "2")))
    main(sys.argv[1:])
