"""A network as a table: what each layer gives, what it costs, and how far it sees."""

from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from math import prod
from typing import Any

import torch
from torch import Tensor, nn

from cnnviz.models.fields import Field, FieldsFollowed


@dataclass(frozen=True)
class Layer:
    """One row of the table."""

    name: str  # as in network.get_submodule
    kind: str
    shape: tuple[int, ...]  # of its output: (channel, height, width), or (unit,)
    parameters: int
    multiply_adds: int  # of convolutions and dense layers; other layers count none
    receptive_field: int | None  # px, padding included; None: the whole image, or untold
    jump: int | None  # px from a unit's receptive field to the next one's; None: no places


def layer_table(network: nn.Module, image_shape: tuple[int, int, int]) -> list[Layer]:
    """Describe every layer, in the order in which they run for an image of this shape.

    A black image of (channel, height, width) passes the network once, where the network's
    weights are; on the device "meta" that takes no arithmetic. A layer that runs twice has one
    row, at its last run, with the multiply-adds of both. The receptive field follows the real
    flow of data, so that of a residual network is its longest path's; after
    squeeze-and-excitation every unit sees the whole image.
    """
    if any(module.training for module in network.modules()):
        raise ValueError("layer_table needs a network in evaluation mode: call network.eval()")
    like = next(network.parameters(), torch.empty(0))
    image = torch.zeros(1, *image_shape, dtype=like.dtype, device=like.device)
    rows: dict[str, Layer] = {}
    with ExitStack() as hooks, torch.no_grad(), FieldsFollowed(image) as followed:
        for name, module in network.named_modules():
            if not any(module.children()) or any(True for _ in module.parameters(recurse=False)):
                record = partial(_record, rows, followed, name)
                hooks.enter_context(module.register_forward_hook(record))
        try:
            network(image)
        except Exception as error:
            error.add_note(f"layer_table gave the network one image of {image_shape}")
            raise
    return list(rows.values())


def layer_names(network: nn.Module) -> list[str]:
    """Give the names of all layers and of the blocks they form, as `recording` takes them."""
    return [name for name, _ in network.named_modules() if name]


def _record(
    rows: dict[str, Layer],
    followed: FieldsFollowed,
    name: str,
    module: nn.Module,
    inputs: tuple[Any, ...],
    output: Any,
) -> None:
    if isinstance(output, tuple):
        output = output[0]  # attention gives its weights too
    if not isinstance(output, Tensor):
        raise ValueError(
            f"layer_table needs layers that give a tensor, but {name!r} ({type(module).__name__}) "
            f"gives a {type(output).__name__}"
        )
    before = rows.pop(name, None)
    field = followed.field(output)
    row = Layer(
        name=name,
        kind=type(module).__name__,
        shape=tuple(output.shape[1:]),
        parameters=sum(weights.numel() for weights in module.parameters(recurse=False)),
        multiply_adds=_multiply_adds(module, inputs, output),
        receptive_field=_size(field),
        jump=_jump(field),
    )
    already = before.multiply_adds if before else 0
    rows[name] = replace(row, multiply_adds=row.multiply_adds + already)


def _multiply_adds(module: nn.Module, inputs: tuple[Any, ...], output: Tensor) -> int:
    """Count the weights that each output value takes (or, transposed, each input value gives)."""
    if isinstance(module, nn.Conv1d | nn.Conv2d | nn.Conv3d):
        return output.numel() * prod(module.weight.shape[1:])  # a group's channels × kernel
    if isinstance(module, nn.ConvTranspose1d | nn.ConvTranspose2d | nn.ConvTranspose3d):
        return inputs[0].numel() * prod(module.weight.shape[1:])
    if isinstance(module, nn.Linear):
        return output.numel() * module.in_features
    return 0


def _size(field: Field) -> int | None:
    """Give the longer side, which for square kernels is both."""
    sizes = [side.size for side in field]
    return None if None in sizes else max(size for size in sizes if size is not None)


def _jump(field: Field) -> int | None:
    return max((side.jump for side in field if side.jump is not None), default=None)
