"""What convolution computes, small enough to follow by hand."""

from collections.abc import Callable

import numpy as np
import torch
from scipy.signal import convolve2d, correlate2d
from torch import Tensor, nn

from cnnviz.lessons.convolution import results
from cnnviz.lessons.convolution.results import Numbers, Place, Sliding
from cnnviz.methods.convolution import convolve, correlate
from cnnviz.training import seeded


def sliding_product(picture: Numbers, kernel: Numbers, bias: float) -> Sliding:
    """Slide a kernel over a picture: the products at every place, their sum and the output."""
    pixels, weights = torch.tensor(picture), torch.tensor(kernel)
    height, width = weights.shape
    output = correlate(pixels, weights, bias=bias)
    places: list[Place] = []
    for row, column in np.ndindex(*output.shape):
        products = pixels[row : row + height, column : column + width] * weights
        added, given = products.sum().item(), output[row, column].item()
        places.append(
            Place(row=row, column=column, products=products.tolist(), sum=added, output=given)
        )
    return Sliding(picture=picture, kernel=kernel, bias=bias, output=output.tolist(), places=places)


def source_numbers(
    picture: Numbers, kernel: Numbers, source: dict[str, float]
) -> results.SourceNumbers:
    """Cross-correlate and convolve in single precision, with three tools each.

    A convolutional layer convolves where it is given the picture turned by 180°. What the
    source got is passed on, to stand beside.
    """
    pixels, weights = torch.tensor(picture), torch.tensor(kernel)
    layer = nn.Conv2d(1, 1, len(kernel), bias=False).requires_grad_(False)
    layer.weight.copy_(weights)
    tools = {
        "ours": (correlate(pixels, weights), convolve(pixels, weights)),
        "pytorch": (layer(pixels[None, None]), layer(pixels.flip(0, 1)[None, None])),
        "scipy": (correlate2d(pixels, weights, "valid"), convolve2d(pixels, weights, "valid")),
    }
    correlation = {tool: one.item() for tool, (one, _) in tools.items()}
    convolution = {tool: other.item() for tool, (_, other) in tools.items()}
    return {"source": source, "correlation": correlation, "convolution": convolution}


def loop_order(side: int) -> results.Orders:
    """Tell in which order the pixels under a kernel are met while the kernel is read in order.

    Measured: a picture with a single 1 gives the weight, counted from 1, that meets that pixel.
    """
    numbered = torch.arange(1.0, side * side + 1).reshape(side, side)
    pixels = torch.eye(side * side).reshape(-1, side, side)
    return {
        name: [[int(way(pixel, numbered).item()) for pixel in line] for line in pixels.split(side)]
        for name, way in (("correlation", correlate), ("convolution", convolve))
    }


def associativity(size: int, kernel: int, repeats: int) -> results.Associativity:
    """Compare (A∗B)∗C with A∗(B∗C), by convolution and by cross-correlation.

    A is a random picture, B and C are random kernels. The kernels may reach beyond the border,
    so that no place is lost. Gives the largest difference of any pixel, draw by draw.
    """
    rows = []
    for seed in range(repeats):
        with seeded(seed):
            drawn = [torch.rand(side, side).double() for side in (size, kernel, kernel)]
        convolution, correlation = _apart(_convolved, *drawn), _apart(_correlated, *drawn)
        rows.append({"seed": seed, "convolution": convolution, "correlation": correlation})
    return {
        "runs": rows,
        "convolution": {"largest": max(row["convolution"] for row in rows)},
        "correlation": {"smallest": min(row["correlation"] for row in rows)},
    }


def convolution_matrix(size: int, kernel: int) -> results.Matrix:
    """Write a convolution without padding as the matrix of a dense layer."""
    numbered = torch.arange(1.0, kernel * kernel + 1).reshape(kernel, kernel).double()
    pixels = torch.eye(size * size).double().reshape(-1, 1, size, size)
    # What one lit pixel gives, all at once, is its column of the matrix.
    matrix = nn.functional.conv2d(pixels, numbered[None, None]).flatten(1).T
    with seeded(0):
        picture = torch.rand(size, size).double()
    apart = (matrix @ picture.flatten() - correlate(picture, numbered).flatten()).abs().max()
    weights = matrix.round().to(torch.int16).numpy()
    return results.Matrix(size=size, kernel=kernel, weights=weights, difference=apart.item())


def connections(size: int, kernel: int) -> results.Connections:
    """Count the weights of a map of units: each sees all, each its window, and all share one.

    The numbers of the last two are counted in the convolution's own matrix.
    """
    matrix = convolution_matrix(size, kernel)
    linked = matrix["weights"] > 0
    units, pixels = linked.shape
    window = int(linked.sum(axis=1).max())
    return {
        "size": size,
        "kernel": kernel,
        "side": size - kernel + 1,
        "units": units,
        "difference": matrix["difference"],
        "dense": {"connections": pixels, "weights": units * pixels},
        "local": {"connections": window, "weights": int(linked.sum())},
        "shared": {"connections": window, "weights": len(np.unique(matrix["weights"][linked]))},
    }


def layer_shapes(shapes: list[list[int]]) -> dict[str, results.LayerShape]:
    """Build convolutional layers (channels in, filters, kernel size) and read off their shapes."""
    built: dict[str, results.LayerShape] = {}
    for channels, filters, size in shapes:
        weight, bias = nn.Conv2d(channels, filters, size).parameters()
        built[f"{channels}_{filters}_{size}"] = {
            "layer": f"Conv2d({channels}, {filters}, {size})",
            "weight": list(weight.shape),
            "bias": list(bias.shape),
            "parameters": weight.numel() + bias.numel(),
        }
    return built


def _apart(way: Callable[[Tensor, Tensor], Tensor], a: Tensor, b: Tensor, c: Tensor) -> float:
    return (way(way(a, b), c) - way(a, way(b, c))).abs().max().item()


def _convolved(picture: Tensor, kernel: Tensor) -> Tensor:
    return convolve(picture, kernel, full=True)


def _correlated(picture: Tensor, kernel: Tensor) -> Tensor:
    return correlate(picture, kernel, padding=kernel.shape[0] - 1)
