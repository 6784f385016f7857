"""What convolution computes, small enough to follow by hand."""

from typing import Any

import numpy as np
import torch
from scipy.signal import convolve2d, correlate2d
from torch import Tensor, nn

from cnnviz.methods.convolution import convolve, correlate
from cnnviz.training import seeded

Numbers = list[list[float]]


def sliding(picture: Numbers, kernel: Numbers, bias: float) -> dict[str, Any]:
    """Slide a kernel over a picture: the products at every place, their sum and the output."""
    shown, weights = torch.tensor(picture), torch.tensor(kernel)
    height, width = weights.shape
    output = correlate(shown, weights, bias=bias)
    places = []
    for row, column in np.ndindex(*output.shape):
        products = shown[row : row + height, column : column + width] * weights
        places.append(
            {
                "row": row,
                "column": column,
                "products": products.tolist(),
                "sum": products.sum().item(),
                "output": output[row, column].item(),
            }
        )
    return {
        "picture": picture,
        "kernel": kernel,
        "bias": bias,
        "output": output.tolist(),
        "places": places,
    }


def two_ways(picture: Numbers, kernel: Numbers, source: dict[str, float]) -> dict[str, Any]:
    """Cross-correlate and convolve in single precision, with three tools each.

    A convolutional layer convolves where it is given the picture turned by 180°. What the
    source got is passed on, to stand beside.
    """
    shown, weights = torch.tensor(picture), torch.tensor(kernel)
    layer = nn.Conv2d(1, 1, weights.shape[0], bias=False)
    with torch.no_grad():
        layer.weight.copy_(weights)
        from_layer = layer(shown[None, None]).item()
        from_layer_turned = layer(shown.flip(0, 1)[None, None]).item()
    return {
        "source": source,
        "correlation": {
            "ours": correlate(shown, weights).item(),
            "pytorch": from_layer,
            "scipy": float(correlate2d(shown, weights, mode="valid")[0, 0]),
        },
        "convolution": {
            "ours": convolve(shown, weights).item(),
            "pytorch": from_layer_turned,
            "scipy": float(convolve2d(shown, weights, mode="valid")[0, 0]),
        },
    }


def loop_orders(side: int) -> dict[str, Any]:
    """Tell in which order the pixels under a kernel are met while the kernel is read in order.

    Measured: a picture with a single 1 gives the weight, counted from 1, that meets that pixel.
    """
    numbered = torch.arange(1.0, side * side + 1).reshape(side, side)
    pixels = torch.eye(side * side).reshape(-1, side, side)
    return {
        name: [[int(way(pixel, numbered).item()) for pixel in line] for line in pixels.split(side)]
        for name, way in (("correlation", correlate), ("convolution", convolve))
    }


def associativity(size: int, kernel: int, repeats: int) -> dict[str, Any]:
    """Compare (A∗B)∗C with A∗(B∗C), by convolution and by cross-correlation.

    A is a random picture, B and C are random kernels. The kernels may reach beyond the border,
    so that no place is lost. Gives the largest difference of any pixel, draw by draw.
    """
    rows = []
    for seed in range(repeats):
        with seeded(seed):
            a, b, c = (torch.rand(side, side).double() for side in (size, kernel, kernel))
        ways = {"convolution": _convolved, "correlation": _correlated}
        apart = {
            name: (way(way(a, b), c) - way(a, way(b, c))).abs().max().item()
            for name, way in ways.items()
        }
        rows.append({"seed": seed, **apart})
    return {
        "runs": rows,
        "convolution": {"largest": max(row["convolution"] for row in rows)},
        "correlation": {"smallest": min(row["correlation"] for row in rows)},
    }


def as_matrix(size: int, kernel: int) -> dict[str, Any]:
    """Write a convolution without padding as the matrix of a dense layer.

    `weights` is (output, input): which of the kernel's weights, counted from 1, connects the
    two, and 0 where none does. `difference` is that between both ways to compute.
    """
    numbered = torch.arange(1.0, kernel * kernel + 1).reshape(kernel, kernel).double()
    pixels = torch.eye(size * size).double().reshape(-1, 1, size, size)
    # What one lit pixel gives, all at once, is its column of the matrix.
    matrix = nn.functional.conv2d(pixels, numbered[None, None]).flatten(1).T
    with seeded(0):
        picture = torch.rand(size, size).double()
    dense = matrix @ picture.flatten()
    return {
        "size": size,
        "kernel": kernel,
        "weights": matrix.round().to(torch.int16).numpy(),
        "difference": (dense - correlate(picture, numbered).flatten()).abs().max().item(),
    }


def connections(size: int, kernel: int) -> dict[str, Any]:
    """Count the weights of a map of units: each sees all, each its window, and all share one.

    The numbers of the last are counted in the convolution's own matrix.
    """
    shared = as_matrix(size, kernel)
    weights = shared["weights"]
    units, pixels = weights.shape
    return {
        "size": size,
        "kernel": kernel,
        "side": size - kernel + 1,
        "units": units,
        "difference": shared["difference"],
        "dense": {"connections": pixels, "weights": units * pixels},
        "local": {
            "connections": int((weights > 0).sum(axis=1).max()),
            "weights": int((weights > 0).sum()),
        },
        "shared": {
            "connections": int((weights > 0).sum(axis=1).max()),
            "weights": len(np.unique(weights[weights > 0])),
        },
    }


def layers(shapes: list[list[int]]) -> dict[str, Any]:
    """Build convolutional layers (channels in, filters, kernel size) and read off their shapes."""
    built = {}
    for channels, filters, size in shapes:
        layer = nn.Conv2d(channels, filters, size)
        assert layer.bias is not None
        built[f"{channels}_{filters}_{size}"] = {
            "layer": f"Conv2d({channels}, {filters}, {size})",
            "weight": list(layer.weight.shape),
            "bias": list(layer.bias.shape),
            "parameters": layer.weight.numel() + layer.bias.numel(),
        }
    return built


def _convolved(picture: Tensor, kernel: Tensor) -> Tensor:
    return convolve(picture, kernel, full=True)


def _correlated(picture: Tensor, kernel: Tensor) -> Tensor:
    return correlate(picture, kernel, padding=kernel.shape[0] - 1)
