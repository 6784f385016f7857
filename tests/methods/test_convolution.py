import pytest
import torch
from scipy.signal import convolve2d, correlate2d

from cnnviz.methods.convolution import convolve, correlate, output_size

PICTURE = torch.tensor([[1.1, 1.2, 1.3], [2.1, 2.2, 2.3], [3.1, 3.2, 3.3]]).double()
KERNEL = torch.tensor(
    [
        [0.11893535, -0.12021737, 0.2583796],
        [-0.22761738, -0.13269596, -0.02961969],
        [0.17413345, -0.3224947, -0.02875605],
    ]
).double()


def random(*shape):
    return torch.rand(*shape, generator=torch.Generator().manual_seed(sum(shape))).double()


def test_the_sources_cross_correlation_comes_out():
    assert correlate(PICTURE, KERNEL).item() == pytest.approx(-1.1026558, abs=5e-7)


def test_the_sources_convolution_comes_out():
    assert convolve(PICTURE, KERNEL).item() == pytest.approx(-0.2611365, abs=5e-7)


def test_cross_correlation_is_scipys():
    ours = correlate(random(9, 7), random(3, 4))

    theirs = correlate2d(random(9, 7), random(3, 4), mode="valid")
    torch.testing.assert_close(ours, torch.from_numpy(theirs))


@pytest.mark.parametrize(("full", "mode"), [(False, "valid"), (True, "full")])
def test_convolution_is_scipys(full, mode):
    ours = convolve(random(9, 7), random(3, 4), full)

    torch.testing.assert_close(
        ours, torch.from_numpy(convolve2d(random(9, 7), random(3, 4), mode=mode))
    )


def test_cross_correlation_is_what_a_convolutional_layer_computes():
    layer = torch.nn.Conv2d(1, 1, 3, stride=2, padding=1).double()

    ours = correlate(random(9, 7), layer.weight[0, 0], 2, 1, bias=layer.bias.item())

    torch.testing.assert_close(ours, layer(random(9, 7)[None, None])[0, 0])


def test_convolution_is_associative_and_cross_correlation_is_not():
    a, b, c = random(6, 6), random(3, 3), random(2, 2)

    torch.testing.assert_close(
        convolve(convolve(a, b, full=True), c, full=True),
        convolve(a, convolve(b, c, full=True), full=True),
    )
    one = correlate(correlate(a, b, padding=2), c, padding=1)
    other = correlate(a, correlate(b, c, padding=1), padding=3)
    assert (one - other).abs().max() > 0.1


@pytest.mark.parametrize(
    ("size", "kernel", "padding", "expected"), [(32, 5, 2, 32), (32, 5, 0, 28), (28, 5, 0, 24)]
)
def test_the_sources_output_sizes_come_out(size, kernel, padding, expected):
    assert output_size(size, kernel, 1, padding) == expected


def test_a_size_that_is_no_whole_number_is_explained_and_not_rounded():
    with pytest.raises(ValueError, match=r"= 27 is no multiple of the stride 2: the last 1 px"):
        output_size(32, 5, stride=2)


@pytest.mark.parametrize("wrong", [(3, 5), (5, 0), (5, 3, 0), (5, 3, 1, -1)])
def test_sizes_that_mean_nothing_are_refused(wrong):
    with pytest.raises(ValueError, match=r"larger than|count from"):
        output_size(*wrong)
