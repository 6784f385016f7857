"""Watching a network at work: the one place with hooks, which are gone when the block ends."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn

from cnnviz.choice import pick


class _Reached(Exception):
    """The layer that was asked for has answered; the rest of the network need not run."""


def layer_module(network: nn.Module, layer: str) -> nn.Module:
    """Give the layer of that dotted name; UnknownName has the near miss and the list."""
    return pick("layer", layer, {name: module for name, module in network.named_modules() if name})


@contextmanager
def recording(network: nn.Module, *layers: str) -> Iterator[dict[str, Tensor]]:
    """Record the output of the named layers while the block lasts.

        with recording(network, "conv1", "conv2") as maps:
            network(images)
        maps["conv2"]  # (image, channel, height, width)

    The outputs stay in the autograd graph, so a loss can be differentiated by them. A layer
    that runs several times in a pass, like a ReLU used twice, gives its last output.
    """
    outputs = _Outputs()

    def record(layer: str, _module: nn.Module, _inputs: Any, output: Tensor) -> Tensor:
        outputs[layer] = _tensor(layer, output)
        return output.clone()  # an in-place ReLU downstream must not overwrite the record

    with ExitStack() as hooks:
        for layer in layers:
            module = layer_module(network, layer)
            hooks.enter_context(module.register_forward_hook(partial(record, layer)))
        yield outputs


@contextmanager
def rooted(network: nn.Module, *layers: str) -> Iterator[dict[str, Tensor]]:
    """Record the named layers, and begin the autograd graph at the first of them that runs.

    What comes before is computed without a graph: it costs no memory, and nothing is
    differentiated that was not asked for. Weights may be frozen.
    """
    outputs = _Outputs()

    def record(layer: str, _module: nn.Module, _inputs: Any, output: Any) -> Tensor:
        output = _tensor(layer, output)
        if not torch.is_grad_enabled():
            output = output.detach().requires_grad_()
            torch.set_grad_enabled(True)  # until the block ends
        outputs[layer] = output
        return output.clone()

    with ExitStack() as stack:
        for layer in layers:
            module = layer_module(network, layer)
            stack.enter_context(module.register_forward_hook(partial(record, layer)))
        stack.enter_context(torch.no_grad())
        yield outputs


def output_of(network: nn.Module, layer: str, images: Tensor) -> Tensor:
    """Give the output of one layer; what comes after it does not run."""
    outputs = _Outputs()

    def stop(_module: nn.Module, _inputs: Any, output: Any) -> None:
        outputs[layer] = _tensor(layer, output)
        raise _Reached

    with layer_module(network, layer).register_forward_hook(stop), suppress(_Reached):
        network(images)
    return outputs[layer]


def input_of(network: nn.Module, layer: str, images: Tensor) -> Tensor:
    """Give what a layer is given; neither it nor what comes after it runs."""
    inputs = _Outputs()

    def stop(_module: nn.Module, given: tuple[Any, ...]) -> None:
        inputs[layer] = _tensor(layer, given[0])
        raise _Reached

    with layer_module(network, layer).register_forward_pre_hook(stop), suppress(_Reached):
        network(images)
    return inputs[layer]


class _Outputs(dict[str, Tensor]):
    """The recorded outputs; a layer that did not run is told from one that does not exist."""

    def __missing__(self, layer: str) -> Tensor:
        raise ValueError(f"layer {layer!r} did not run when the network was called")


def _tensor(layer: str, output: Any) -> Tensor:
    if isinstance(output, Tensor):
        return output
    raise ValueError(
        f"layer {layer!r} gives a {type(output).__name__}, not a tensor: choose a layer inside it"
    )
