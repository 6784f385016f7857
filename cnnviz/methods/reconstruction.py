"""How much of the picture is left in a layer: linear reconstruction of the pixels from it."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from jaxtyping import Float, Float64
from torch import Tensor, nn

from cnnviz.inspection import inspecting, ready
from cnnviz.recording import output_of

CHUNK = 128  # images passed through the network at once

# Shares of the features' mean eigenvalue, so that they suit layers of any size and scale.
PENALTIES = tuple(10.0**exponent for exponent in range(-6, 4))


@dataclass(frozen=True)
class Reconstruction:
    """Pictures of held-out images, drawn from what a layer says of them."""

    pictures: Float[Tensor, "other channel height width"]
    r2: float  # the share of the held-out pixels' variance that is explained: at most 1
    penalty: float  # the ridge penalty that was chosen
    values: int  # how many numbers the layer gives for an image


def reconstruction(
    network: nn.Module,
    layer: str,
    images: Float[Tensor, "image channel height width"],
    others: Float[Tensor, "other channel height width"],
    penalties: Sequence[float] = PENALTIES,
) -> Reconstruction:
    """Learn to draw `images` from a layer's output by ridge regression; then draw `others`.

    The penalty is the one of these multiples of the features' mean eigenvalue that errs least
    when each training image in turn is left out; the others have no say in it. R² compares
    with the others' own mean picture, all pixels together. Where there are fewer images than
    pixels, every drawing is a mixture of training images: compare with the R² of the pixels
    themselves as features. Computes in double precision.

    Hastie et al. 2009, The Elements of Statistical Learning, equations 3.44 and 7.64.
    """
    if len(images) < 2 or len(others) < 2:
        raise ValueError("reconstruction needs at least two images to learn from, and two others")
    if not min(penalties) > 0:
        raise ValueError(f"ridge penalties are above 0, but these are {list(penalties)}")
    with inspecting(network, "reconstruction"), torch.no_grad():
        known, unknown = (_features(network, layer, each) for each in (images, others))
        pixels, hidden = (each.flatten(1).double() for each in (images, others))
        scale = _mean_eigenvalue(known)
        tried = [share * scale for share in penalties]
        penalty = tried[int(left_out_errors(known, pixels, tried).argmin())]
        weights, intercept = ridge(known, pixels, penalty)
        drawn = unknown @ weights + intercept
        variation = (hidden - hidden.mean(dim=0)).square().sum()
        if variation == 0:
            raise ValueError("the other images are all the same: there is nothing to explain")
        r2 = 1 - (hidden - drawn).square().sum() / variation
        pictures = drawn.to(others.dtype).reshape(others.shape)
    return Reconstruction(pictures, float(r2), penalty, values=known.shape[1])


def ridge(
    features: Float64[Tensor, "image feature"],
    targets: Float64[Tensor, "image target"],
    penalty: float,
) -> tuple[Float64[Tensor, "feature target"], Float64[Tensor, " target"]]:
    """Give the weights and the intercept that err least, in squares plus penalty × weights².

    The intercept is not penalised. Solves for as many unknowns as there are features or
    images, whichever are fewer.
    """
    centre, mean = features.mean(dim=0), targets.mean(dim=0)
    x, y = features - centre, targets - mean
    if x.shape[0] < x.shape[1]:
        weights = x.T @ _solved(x @ x.T, y, penalty)
    else:
        weights = _solved(x.T @ x, x.T @ y, penalty)
    return weights, mean - centre @ weights


def left_out_errors(
    features: Float64[Tensor, "image feature"],
    targets: Float64[Tensor, "image target"],
    penalties: Sequence[float],
) -> Float64[Tensor, " penalty"]:
    """Give each penalty's mean squared error for an image that was left out of the learning.

    One decomposition serves all images and penalties: the error of an image left out is its
    error when kept, divided by 1 − h, where h is how much it decides its own answer.
    """
    x, y = features - features.mean(dim=0), targets - targets.mean(dim=0)
    if x.shape[0] < x.shape[1]:
        values, vectors = torch.linalg.eigh(x @ x.T)
        values = values.clamp(min=0)
        turned = vectors * values.sqrt()
    else:
        values, vectors = torch.linalg.eigh(x.T @ x)
        values = values.clamp(min=0)
        turned = x @ vectors
    along = turned.T @ y
    errors = []
    for penalty in penalties:
        shrunk = turned / (values + penalty)
        own = (shrunk * turned).sum(dim=1, keepdim=True) + 1 / len(x)
        errors.append(((y - shrunk @ along) / (1 - own)).square().mean())
    return torch.stack(errors)


def _features(network: nn.Module, layer: str, images: Tensor) -> Float64[Tensor, "image feature"]:
    parts = [output_of(network, layer, ready(some)).flatten(1) for some in images.split(CHUNK)]
    return torch.cat(parts).double()


def _mean_eigenvalue(features: Float64[Tensor, "image feature"]) -> float:
    """Give the mean eigenvalue of the centred features' products, 1 if all are constant."""
    total = float((features - features.mean(dim=0)).square().sum())
    return total / min(features.shape) if total > 0 else 1.0


def _solved(products: Tensor, right: Tensor, penalty: float) -> Tensor:
    products.diagonal().add_(penalty)
    return torch.cholesky_solve(right, torch.linalg.cholesky(products))
