"""What single methods promise beyond what all do."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnviz.methods.deconvnet import deconvnet
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.guided_backpropagation import guided_backpropagation
from cnnviz.methods.integrated_gradients import integrated_gradients
from cnnviz.methods.kernels import kernels
from cnnviz.methods.occlusion import occlusion
from cnnviz.methods.saliency import saliency
from tests.zoo import ZOO, grown, images

CLASSES = torch.tensor([3, 7, 1])


@pytest.mark.parametrize("kind", ZOO)
def test_integrated_gradients_sum_to_the_difference_of_scores(kind):
    """Completeness, proposition 1: only a quadrature of many steps sees every kink of a ReLU."""
    network, _ = grown(kind)

    shares = integrated_gradients(network, images(), CLASSES, steps=300, batch=100)

    scores = network(images()) - network(torch.zeros_like(images()))
    expected = scores.gather(1, CLASSES[:, None])[:, 0]
    torch.testing.assert_close(shares.sum(dim=(1, 2, 3)), expected, rtol=5e-3, atol=1e-3)


def test_integrated_gradients_of_a_linear_network_are_weight_times_pixel():
    network = nn.Sequential(nn.Flatten(), nn.Linear(48, 4)).double().eval()
    pixels = images(2, size=4)

    shares = integrated_gradients(network, pixels, torch.tensor([0, 3]), steps=2)

    expected = network[1].weight[[0, 3]].reshape(2, 3, 4, 4) * pixels
    torch.testing.assert_close(shares, expected)


def test_feature_maps_come_in_the_order_in_which_layers_run():
    network, _ = grown("residual")

    maps = feature_maps(network, images())

    assert list(maps) == ["conv1", "bn1", "relu", "conv2", "bn2", "scores"]
    assert maps["conv1"].shape == (3, 8, 16, 16)


def test_kernels_are_a_copy():
    network, _ = grown("in_place")

    kernels(network, "conv1").zero_()

    assert network.conv1.weight.abs().sum() > 0


def test_a_layer_without_kernels_is_answered_with_those_that_have_them():
    network, _ = grown("in_place")

    with pytest.raises(ValueError, match=r"'pool1' is a MaxPool2d .* are: conv1, conv2"):
        kernels(network, "pool1")


def test_occlusion_of_a_linear_network_is_what_the_window_covered():
    network = nn.Sequential(nn.Flatten(), nn.Linear(16, 2)).double().eval()
    picture = images(1, 1, 4)

    falls = occlusion(network, picture, torch.tensor([1]), window=2, stride=2)

    products = network[1].weight[1].reshape(1, 1, 4, 4) * picture
    blocks = nn.functional.avg_pool2d(products, 2) * 4
    torch.testing.assert_close(falls, blocks.repeat_interleave(2, 2).repeat_interleave(2, 3)[:, 0])


@pytest.mark.parametrize(("window", "stride"), [(0, 1), (3, 4), (17, 1), (4, 0)])
def test_a_window_that_leaves_pixels_uncovered_is_refused(window, stride):
    network, _ = grown("in_place")

    with pytest.raises(ValueError, match=f"a window of {window} px"):
        occlusion(network, images(), CLASSES, window, stride)


def plain_and_guided(activation):
    """A network of one activation between two linear layers, and its guided gradient by hand."""
    torch.manual_seed(0)
    network = nn.Sequential(nn.Flatten(), nn.Linear(48, 200), activation, nn.Linear(200, 4))
    network = network.double().eval()
    pixels = images(2, size=4) * 30  # large enough to reach ReLU6's upper limit
    units = network[1](pixels.flatten(1)).detach().requires_grad_()
    outputs = activation(units * 1)
    (slopes,) = torch.autograd.grad(outputs.sum(), units)
    signal = network[3].weight[[0, 3]].clamp(min=0) * slopes * (outputs > 0)
    return network, pixels, (signal @ network[1].weight).reshape(2, 3, 4, 4)


@pytest.mark.parametrize(
    "activation",
    [
        nn.ReLU(),
        nn.ReLU(inplace=True),
        nn.ReLU6(),
        nn.ReLU6(inplace=True),
        nn.Hardswish(),
        nn.Hardswish(inplace=True),
        nn.SiLU(),
        nn.GELU(),
        nn.LeakyReLU(),
        nn.ELU(inplace=True),
        nn.PReLU().double(),
        nn.Softplus(),
        nn.Mish(),
        nn.CELU(),
        nn.SELU(),
        nn.RReLU().eval(),
    ],
    ids=repr,
)
def test_guided_backpropagation_stops_negative_signals_at_every_kind_of_rectifier(activation):
    """The peers give the plain gradient for all but nn.ReLU, and say nothing."""
    network, pixels, expected = plain_and_guided(activation)
    classes = torch.tensor([0, 3])

    guided = guided_backpropagation(network, pixels, classes)

    torch.testing.assert_close(guided, expected)
    plain = saliency(network, pixels, classes)
    assert (guided.abs() - plain).abs().max() > 1e-3


class Written(nn.Module):
    """One rectifier, written as the function given."""

    def __init__(self, rectify):
        super().__init__()
        self.first, self.last, self.rectify = nn.Linear(48, 20), nn.Linear(20, 4), rectify

    def forward(self, pixels):
        return self.last(self.rectify(self.first(pixels.flatten(1))))


@pytest.mark.parametrize(
    "rectify",
    [
        torch.relu,
        lambda x: x.relu(),
        lambda x: x.relu_(),
        lambda x: x.clamp(min=0),
        lambda x: torch.clamp_min(x, 0),
        lambda x: nn.functional.hardtanh(x, 0.0, 1e9),
        lambda x: nn.functional.relu(x, inplace=True),
        lambda x: torch.clamp_(x, 0),
        lambda x: nn.functional.relu(input=x),
    ],
)
def test_a_rectifier_is_recognised_however_it_is_written(rectify):
    torch.manual_seed(0)
    written, module = Written(rectify).double().eval(), Written(nn.ReLU()).double().eval()
    module.load_state_dict(written.state_dict())
    pixels, classes = images(2, size=4), torch.tensor([0, 3])

    ours = guided_backpropagation(written, pixels, classes)

    torch.testing.assert_close(ours, guided_backpropagation(module, pixels, classes))


@pytest.mark.parametrize(
    "rectify", [torch.tanh, lambda x: x.clamp(-1, 1), lambda x: nn.functional.hardtanh(x)]
)
def test_without_a_rectifier_guided_backpropagation_refuses_to_be_the_plain_gradient(rectify):
    network = Written(rectify).double().eval()

    with pytest.raises(ValueError, match="met no rectifier"):
        guided_backpropagation(network, images(2, size=4), torch.tensor([0, 3]))


@pytest.mark.parametrize("activation", [nn.ReLU, nn.ReLU6, nn.Hardswish])
@pytest.mark.parametrize("inplace", [False, True])
def test_a_deconvnet_is_the_transposed_filters_with_the_signal_rectified(activation, inplace):
    torch.manual_seed(0)
    first, last = nn.Conv2d(1, 4, 3).double(), nn.Conv2d(4, 2, 3).double()
    network = nn.Sequential(first, activation(inplace=inplace), last).eval()
    pixels = images(1, 1, 5) * 9

    carried = deconvnet(network, "2", pixels, torch.tensor([1]))

    strongest = torch.zeros(1, 2, 1, 1).double()
    strongest[0, 1] = last(activation()(first(pixels)))[0, 1]
    back = nn.functional.conv_transpose2d(strongest, last.weight).relu()
    torch.testing.assert_close(carried, nn.functional.conv_transpose2d(back, first.weight))


def test_a_deconvnet_starts_where_it_is_told():
    network, _ = grown("in_place")
    channels, corner = torch.tensor([0, 4, 5]), torch.zeros(3, 2, dtype=torch.long)

    carried = deconvnet(network, "conv2", images(), channels, corner)

    assert carried[:, :, 8:, 8:].abs().sum() == 0
    assert carried[:, :, :8, :8].abs().sum() > 0


@pytest.mark.parametrize("wrong", [[0, 8, 1], [-1, 0, 0]])
def test_channels_that_do_not_exist_are_refused(wrong):
    network, _ = grown("in_place")

    with pytest.raises(ValueError, match=r"has the channels 0 to 7"):
        deconvnet(network, "conv2", images(), torch.tensor(wrong))


def test_a_deconvnet_puts_the_signal_where_the_pooling_took_it_from():
    network = nn.Sequential(nn.ReLU(), nn.MaxPool2d(2)).eval()
    pixels = images(1, 1, 4)

    carried = deconvnet(network, "1", pixels, torch.tensor([0]))

    expected = np.where(pixels == pixels.max(), pixels, 0)
    torch.testing.assert_close(carried, torch.from_numpy(expected))
