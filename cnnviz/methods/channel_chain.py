"""The modules that one channel of a layer passes through alone, found by watching one pass."""

from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor, nn

from cnnviz.recording import output_of

# Modules whose output channel k depends on nothing but their input channel k.
CHANNEL_WISE: tuple[type[nn.Module], ...] = (
    *(nn.ReLU, nn.ReLU6, nn.LeakyReLU, nn.ELU, nn.GELU, nn.SiLU, nn.Hardswish, nn.Sigmoid, nn.Tanh),
    *(nn.MaxPool2d, nn.AvgPool2d, nn.AdaptiveMaxPool2d, nn.AdaptiveAvgPool2d),
    *(nn.BatchNorm2d, nn.Dropout, nn.Dropout2d, nn.Identity),
)


@dataclass(frozen=True)
class Pass:
    """What one pass up to a layer showed."""

    output: Tensor  # of the layer
    chain: tuple[nn.Module, ...]  # a convolution and what is channel-wise after it, or nothing
    largest: int  # bytes of the largest output on the way, the chain's left out
    filter_map: int  # bytes of what one filter of the chain's convolution gives, 0 without one


def watched(network: nn.Module, layer: str, image: Float[Tensor, "1 channel height width"]) -> Pass:
    """Run a network up to a layer and tell which modules end the way there, channel by channel.

    The chain is empty where the layer does more than a plain convolution and channel-wise
    modules do one after the other: a sum of branches, grouped or computed weights, a
    convolution that runs twice, a module with hooks of the caller's.
    """
    calls = _Calls()
    with ExitStack() as hooks, torch.no_grad():
        for module in network.modules():
            if not any(module.children()):
                hooks.enter_context(module.register_forward_pre_hook(calls.before))
                hooks.enter_context(module.register_forward_hook(calls.after))
        output = output_of(network, layer, image)
    chain = calls.chain(output)
    sizes = [call.output.nbytes for call in calls.made if isinstance(call.output, Tensor)]
    kept = sizes[: calls.made.index(chain[0])] if chain else sizes
    modules = tuple(call.module for call in chain)
    filter_map = chain[0].output[0, 0].nbytes if chain else 0
    return Pass(output, modules, max([*kept, image.nbytes]), filter_map)


@dataclass(eq=False)
class _Call:
    """One run of a module: where its input comes from, and what it gave."""

    module: nn.Module
    source: "_Call | None"  # None where the input is not, or no longer, another module's output
    output: Any = None
    version: int = 0  # an operation in place on the output raises it


class _Calls:
    """The calls of one pass. Whose output an input is shows in the tensor's identity."""

    def __init__(self) -> None:
        self.made: list[_Call] = []
        self.running: list[_Call] = []

    def before(self, module: nn.Module, given: tuple[Any, ...]) -> None:
        self.running.append(_Call(module, self.source_of(given[0] if len(given) == 1 else None)))

    def after(self, _module: nn.Module, _given: Any, output: Any) -> None:
        call = self.running.pop()
        call.output = output  # kept, so that no other tensor gets its identity
        call.version = output._version if isinstance(output, Tensor) else 0
        self.made.append(call)

    def source_of(self, tensor: Any) -> _Call | None:
        """Give the call whose output this is, unless it was changed in place since."""
        for call in reversed(self.made):
            if call.output is tensor:
                return call if tensor._version == call.version else None
        return None

    def chain(self, output: Tensor) -> list[_Call]:
        """Give the calls from a convolution to this output, if all after it are channel-wise."""
        chain: list[_Call] = []
        call = self.source_of(output)
        while call is not None and _is_channel_wise(call.module):
            chain.insert(0, call)
            call = call.source
        if call is None or not _is_plain_convolution(call.module):
            return []
        if sum(other.module is call.module for other in self.made) > 1:
            return []  # which of its inputs is meant, its name does not tell
        return [call, *chain]


def _is_channel_wise(module: nn.Module) -> bool:
    batch_statistics = isinstance(module, nn.BatchNorm2d) and module.running_mean is None
    return type(module) in CHANNEL_WISE and not batch_statistics and not _has_hooks(module)


def _is_plain_convolution(module: nn.Module) -> bool:
    """Tell whether each filter is a row of the weights: not with groups or computed weights."""
    own_weights = "weight" in dict(module.named_parameters())
    plain = type(module) is nn.Conv2d and module.groups == 1
    return plain and own_weights and not _has_hooks(module)


def _has_hooks(module: nn.Module) -> bool:
    return bool(module._forward_hooks or module._forward_pre_hooks)  # torch has no public way
