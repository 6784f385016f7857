from collections import OrderedDict

import pytest
import torch
from torch import nn

from cnnviz.methods.cam import cam
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.methods.panel import panel
from cnnviz.methods.saliency import saliency
from tests.zoo import grown, images

CLASSES = torch.tensor([3, 7, 1])


def averaging():
    """A network whose last maps are averaged and scored by one linear layer."""
    torch.manual_seed(0)
    return nn.Sequential(
        OrderedDict(
            conv1=nn.Conv2d(3, 5, 3),
            relu1=nn.ReLU(),
            pool=nn.AdaptiveAvgPool2d(1),
            flatten=nn.Flatten(),
            scores=nn.Linear(5, 10),
        )
    ).eval()


def test_is_cam_where_average_pooling_meets_a_linear_head():
    """Zhou's CAM is the special case that Grad-CAM was made to generalise (section 3.1)."""
    network, few = averaging(), images().float()

    evidence = grad_cam(network, "relu1", few, CLASSES)

    by_weights = cam(network, "relu1", "scores", few, CLASSES)
    torch.testing.assert_close(evidence, by_weights.relu() / 14**2)  # 196 places share the average


def test_a_cams_mean_and_the_bias_make_the_score():
    network, few = averaging(), images().float()

    by_weights = cam(network, "relu1", "scores", few, CLASSES)

    expected = network(few)[torch.arange(3), CLASSES] - network.scores.bias[CLASSES]
    torch.testing.assert_close(by_weights.mean(dim=(1, 2)), expected)


def test_cam_is_refused_where_the_head_is_not_given_averages():
    network, _ = grown("in_place")

    with pytest.raises(ValueError, match="use grad_cam"):
        cam(network, "relu2", "scores", images(), CLASSES)


def test_cam_needs_a_linear_head():
    network, _ = grown("in_place")

    with pytest.raises(ValueError, match="linear head, but 'flatten' is a Flatten"):
        cam(network, "relu2", "flatten", images(), CLASSES)


def test_several_classes_are_each_as_if_asked_alone():
    network, layer = grown("residual")
    several = torch.tensor([[3, 5], [7, 0], [1, 9]])

    together = grad_cam(network, layer, images(), several)

    assert together.shape[:2] == (3, 2)
    for place in range(2):
        alone = grad_cam(network, layer, images(), several[:, place])
        torch.testing.assert_close(together[:, place], alone)


def test_a_layer_without_places_is_refused():
    network, _ = grown("in_place")

    with pytest.raises(ValueError, match=r"'scores' gives \(3, 10\): choose a convolution"):
        grad_cam(network, "scores", images(), CLASSES)


def test_the_map_is_raw_so_that_twice_the_scores_give_twice_the_evidence():
    """Scaling by an absolute epsilon would distort the small maps of untrained networks."""
    network, layer = grown("in_place")
    once = grad_cam(network, layer, images(), CLASSES)

    network.scores.weight.data *= 1e-9
    small = grad_cam(network, layer, images(), CLASSES)

    torch.testing.assert_close(small * 1e9, once)


def test_a_panel_is_its_parts():
    network, layer = grown("residual")

    views = panel(network, ["conv1", layer, "scores"], images(), CLASSES)

    torch.testing.assert_close(views.saliency, saliency(network, images(), CLASSES))
    torch.testing.assert_close(views.scores, network(images()).detach())
    assert list(views.grad_cams) == ["conv1", layer]
    for name in views.grad_cams:
        alone = grad_cam(network, name, images(), CLASSES)
        torch.testing.assert_close(views.grad_cams[name], alone)
        maps = feature_maps(network, images(), [name])[name]
        torch.testing.assert_close(views.maps[name], maps)
