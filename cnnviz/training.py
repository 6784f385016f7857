"""Training: seeded, on the device at hand, with its history kept."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from math import ceil

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, nll_loss
from torch.optim.lr_scheduler import CosineAnnealingLR

from cnnviz.choice import pick

Images = Float[Tensor, "image channel height width"]
Labels = Int[Tensor, " image"]
# The usual settings of PyTorch. Keras' RMSprop forgets faster (0.9 a step instead of 0.99).
OPTIMISERS: dict[str, Callable[..., torch.optim.Optimizer]] = {
    "adam": partial(torch.optim.Adam, fused=True),
    "rmsprop": torch.optim.RMSprop,
    "sgd": partial(torch.optim.SGD, momentum=0.9),
}
MAPS_AT_ONCE = 50_000_000  # numbers, were the first layer to give 64 maps: a thousand digits
HeldOut = tuple[Float[Tensor, "other channel height width"], Int[Tensor, " other"]]


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Fix all randomness while the block lasts; the caller's own goes on undisturbed."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        yield


@contextmanager
def without_subnormals() -> Iterator[None]:
    """Take numbers too small for float's normal form (below 1e-38) for zero while this lasts.

    The moving averages of units that fell silent fade into such numbers, with which a processor
    computes far more slowly: LeNet-5 trains a tenth faster without, to the same weights.
    """
    already = not (torch.tensor(1e-40) * 1).any()
    torch.set_flush_denormal(True)
    try:
        yield
    finally:
        torch.set_flush_denormal(already)


def device() -> torch.device:
    """Choose where to compute: CUDA, else Apple's MPS, else the processor."""
    if torch.cuda.is_available():
        return torch.device("cuda")
    return torch.device("mps" if torch.backends.mps.is_available() else "cpu")


def device_name(where: torch.device) -> str:
    """Name a device for people: `cpu`, `mps`, or `cuda (NVIDIA …)`."""
    if where.type == "cuda":
        return f"cuda ({torch.cuda.get_device_name(where)})"
    return where.type


def train(
    network: nn.Module,
    images: Images,
    labels: Labels,
    *,
    epochs: int,
    seed: int,
    batch: int = 64,
    rate: float = 1e-3,
    optimiser: str = "adam",
    decay: bool = False,
    augment: Callable[[Tensor], Tensor] | None = None,
    validation: HeldOut | None = None,
    watch: Callable[[int], None] | None = None,
) -> list[dict[str, float]]:
    """Train a classifier on cross-entropy; give the history, one entry an epoch.

    An entry has the mean training `loss` and the training `accuracy`, both as they were while
    the epoch ran, and with validation data `validation_loss` and `validation_accuracy` after
    it. A network with one output is trained by its sigmoid for classes 0 and 1.

    With `decay` the learning rate falls along half a cosine, from `rate` to zero at the end.

    The network is trained where it is and left in evaluation mode. The seed decides the order
    of the images and what `augment` draws; it is given each batch. `watch` is called with 0
    before the first epoch and with the number of epochs done after each. Raises
    ArithmeticError where the loss is no longer a number.

    Kingma & Ba 2015 (adam), https://arxiv.org/abs/1412.6980; Tieleman & Hinton 2012 (rmsprop);
    Loshchilov & Hutter 2017 (decay), https://arxiv.org/abs/1608.03983, equation 5.
    """
    # Together these make LeNet-5 a fifth faster on a processor, equal but for rounding.
    network.to(memory_format=torch.channels_last)
    images = images.to(memory_format=torch.channels_last)
    steps = pick("optimiser", optimiser, OPTIMISERS)(network.parameters(), lr=rate)
    falling = (
        CosineAnnealingLR(steps, max(1, epochs * ceil(len(images) / batch))) if decay else None
    )
    history = []
    with seeded(seed), without_subnormals():
        network.eval()
        if watch is not None:
            watch(0)
        for epoch in range(1, epochs + 1):
            network.train()
            order = torch.randperm(len(images)).to(images.device).split(batch)
            batches = ((images[chosen], labels[chosen]) for chosen in order)
            if augment is not None:
                batches = ((augment(some), their) for some, their in batches)
            try:
                entry = _epoch(network, steps, batches, falling)
            except ArithmeticError as error:
                cure = f"a smaller learning rate than {rate} may help"
                raise ArithmeticError(f"{error} of epoch {epoch}: {cure}") from error
            network.eval()
            if validation is not None:
                entry |= _validated(network, *validation)
            history.append(entry)
            if watch is not None:
                watch(epoch)
    network.eval()
    return history


def _epoch(
    network: nn.Module,
    optimiser: torch.optim.Optimizer,
    batches: Iterable[tuple[Tensor, Tensor]],
    falling: CosineAnnealingLR | None,
) -> dict[str, float]:
    """Show the network each batch once; give the mean loss and accuracy on the way."""
    total, right, seen = 0.0, 0.0, 0
    for step, (images, labels) in enumerate(batches, start=1):
        optimiser.zero_grad()
        scores = _both(network(images))
        loss = cross_entropy(scores, labels)
        if not torch.isfinite(loss):
            raise ArithmeticError(f"the loss became {loss.item()} in step {step}")
        loss.backward()
        optimiser.step()
        if falling is not None:
            falling.step()
        total += loss.item() * len(labels)
        right += (scores.argmax(dim=1) == labels).sum().item()
        seen += len(labels)
    return {"loss": total / seen, "accuracy": right / seen}


@torch.no_grad()
def _validated(network: nn.Module, images: Tensor, labels: Tensor) -> dict[str, float]:
    chances = probabilities(network, images)
    loss = nll_loss(chances.clamp_min(1e-12).log(), labels).item()
    right = (chances.argmax(dim=1) == labels).float().mean().item()
    return {"validation_loss": loss, "validation_accuracy": right}


def _both(scores: Tensor) -> Tensor:
    """Give one output s as scores of two classes, whose softmax is the sigmoid of s."""
    if scores.shape[1] > 1:
        return scores
    return torch.cat([torch.zeros_like(scores), scores], dim=1)


@torch.no_grad()
def probabilities(network: nn.Module, images: Images) -> Float[Tensor, "image class"]:
    """Give the network's softmax for each image, computed as many at a time as memory likes.

    For a network with one output: the probabilities of class 0 and class 1.
    """
    if network.training:
        raise ValueError("probabilities needs a network in evaluation mode: call network.eval()")
    some = max(1, MAPS_AT_ONCE // (images[0].numel() * 64)) if len(images) else 1
    return torch.cat([_both(network(few)).softmax(dim=1) for few in images.split(some)])


def accuracy(network: nn.Module, images: Images, labels: Labels) -> float:
    """Give the share of images that the network puts into the right class."""
    answers = probabilities(network, images).argmax(dim=1)
    return (answers == labels).float().mean().item()
