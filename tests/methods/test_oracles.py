"""Our methods against captum, grad-cam and torchcam, each called as its documentation asks."""

import copy
import warnings

import numpy as np
import pytest
import torch
from captum.attr import (
    GuidedBackprop,
    IntegratedGradients,
    LayerGradCam,
    NeuronDeconvolution,
    Occlusion,
    Saliency,
)
from pytorch_grad_cam import GradCAM
from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget
from torch import nn
from torchcam.methods import GradCAM as TorchcamGradCAM

from cnnviz.methods.deconvnet import deconvnet
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.methods.guided_backpropagation import guided_backpropagation
from cnnviz.methods.integrated_gradients import integrated_gradients
from cnnviz.methods.occlusion import occlusion
from cnnviz.methods.saliency import saliency
from tests.zoo import ZOO, Functional, grown, images

CLASSES = torch.tensor([3, 7, 1])
EACH = pytest.mark.parametrize("kind", ZOO)


def close(ours, theirs):
    theirs = theirs.detach().to(ours.dtype)  # captum's occlusion gives float32 in any case
    torch.testing.assert_close(ours, theirs, rtol=1e-5, atol=1e-5 * float(theirs.abs().max()))


def leaves():
    return images().requires_grad_()


@EACH
def test_grad_cam_is_captums(kind):
    network, layer = grown(kind)

    theirs = LayerGradCam(network, network.get_submodule(layer)).attribute(
        images(), target=CLASSES, relu_attributions=True
    )

    close(grad_cam(network, layer, images(), CLASSES), theirs[:, 0])


def test_grad_cam_is_torchcams_where_nothing_in_place_follows():
    network, layer = grown("functional")

    with TorchcamGradCAM(network, layer) as extract:
        theirs = extract(CLASSES.tolist(), network(leaves()), normalized=False)[0]

    close(grad_cam(network, layer, images(), CLASSES), theirs)


def test_grad_cam_is_grad_cams_where_nothing_in_place_follows():
    network, layer = grown("functional")

    with GradCAM(network, [network.get_submodule(layer)]) as theirs:
        theirs(images(), [ClassifierOutputTarget(int(label)) for label in CLASSES])
        seen = theirs.activations_and_grads
        maps, gradients = seen.activations[0].numpy(), seen.gradients[0].numpy()
        raw = theirs.get_cam_image(images(), network.get_submodule(layer), None, maps, gradients)

    ours = grad_cam(network, layer, images(), CLASSES)
    close(ours, torch.from_numpy(np.maximum(raw, 0)))


@EACH
def test_saliency_is_captums(kind):
    network, _ = grown(kind)

    theirs = Saliency(network).attribute(leaves(), target=CLASSES)

    close(saliency(network, images(), CLASSES), theirs)


@EACH
def test_integrated_gradients_are_captums(kind):
    network, _ = grown(kind)

    theirs = IntegratedGradients(network).attribute(images(), target=CLASSES, n_steps=50)

    close(integrated_gradients(network, images(), CLASSES), theirs)


def test_integrated_gradients_from_another_baseline_are_captums():
    network, _ = grown("hardswish")
    grey = torch.full((1, 3, 1, 1), 0.5).double()

    theirs = IntegratedGradients(network).attribute(
        images(), grey.expand(3, 3, 16, 16), target=CLASSES
    )

    close(integrated_gradients(network, images(), CLASSES, baseline=grey), theirs)


@EACH
@pytest.mark.parametrize(("window", "stride"), [(4, 4), (5, 3), (16, 1)])
def test_occlusion_is_captums(kind, window, stride):
    network, _ = grown(kind)

    theirs = Occlusion(network).attribute(
        images(), (3, window, window), strides=(3, stride, stride), target=CLASSES
    )

    close(occlusion(network, images(), CLASSES, window, stride), theirs[:, 0])


@pytest.mark.parametrize("kind", ["in_place", "residual"])
def test_guided_backpropagation_is_captums_where_every_rectifier_is_a_relu_module(kind):
    network, _ = grown(kind)

    with warnings.catch_warnings(action="ignore"):  # it says that it sets hooks
        theirs = GuidedBackprop(network).attribute(leaves(), target=CLASSES)

    close(guided_backpropagation(network, images(), CLASSES), theirs)


def test_guided_backpropagation_sees_a_relu_written_as_a_function():
    """The peers give the plain gradient here, and say nothing."""
    network, _ = grown("functional")
    written = Written(network)

    with warnings.catch_warnings(action="ignore"):
        theirs = GuidedBackprop(written).attribute(leaves(), target=CLASSES)

    close(guided_backpropagation(network, images(), CLASSES), theirs)


class Written(nn.Module):
    """The functional network of the zoo with its rectifiers as modules."""

    def __init__(self, of: Functional):
        super().__init__()
        self.of, self.relu1, self.relu2 = of, nn.ReLU(), nn.ReLU()

    def forward(self, pixels):
        maps = nn.functional.max_pool2d(self.relu1(self.of.conv1(pixels)), 2)
        return self.of.scores(self.relu2(self.of.conv2(maps)).mean(dim=(2, 3)))


@pytest.mark.parametrize("kind", ["in_place", "residual"])
def test_a_deconvnet_is_captums_times_the_activation(kind):
    network, _ = grown(kind)
    channels = torch.tensor([0, 4, 5])
    maps = feature_maps(network, images(), ["conv2"])["conv2"]

    ours = deconvnet(network, "conv2", images(), channels)

    theirs = copy.deepcopy(network)
    attribution = NeuronDeconvolution(theirs, theirs.conv2)
    for i, channel in enumerate(channels.tolist()):
        strongest = maps[i, channel].flatten().argmax().item()
        place = (channel, *divmod(strongest, maps.shape[3]))
        with warnings.catch_warnings(action="ignore"):
            carried = attribution.attribute(images()[i : i + 1].requires_grad_(), place)
        close(ours[i : i + 1], carried * maps[(i, *place)])
