"""What one unit of a convolution, pooling or padding looks at, read from the operation's call."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from torch import Tensor


class Window(NamedTuple):
    """What one unit of an operation's output looks at along one side of its input."""

    kernel: int = 1
    stride: int = 1
    before: int = 0  # padding
    dilation: int = 1


# Each function takes what PyTorch's own operation is called with, in its order, and gives the
# windows along rows and columns, or None where the operation has no such window.


def _convolution(
    maps: Tensor,
    weight: Tensor,
    bias: Tensor | None,
    stride: Sequence[int],
    padding: Sequence[int],
    dilation: Sequence[int],
    transposed: bool,
    *_: Any,
) -> tuple[Window, Window] | None:
    if transposed or maps.ndim != 4:
        return None
    return _windows(weight.shape[2:], stride, padding, dilation)


def _max_pool(
    maps: Tensor,
    kernel: Sequence[int],
    stride: Sequence[int] = (),
    padding: Sequence[int] = (0,),
    dilation: Sequence[int] = (1,),
    *_: Any,
) -> tuple[Window, Window]:
    return _windows(kernel, stride or kernel, padding, dilation)


def _average_pool(
    maps: Tensor,
    kernel: Sequence[int],
    stride: Sequence[int] = (),
    padding: Sequence[int] = (0,),
    *_: Any,
) -> tuple[Window, Window]:
    return _windows(kernel, stride or kernel, padding, (1,))


def _adaptive_pool(maps: Tensor, size: Sequence[int]) -> tuple[Window, Window] | None:
    steps = [side // out for side, out in zip(maps.shape[-2:], size, strict=True)]
    even = all(s * out == side for s, out, side in zip(steps, size, maps.shape[-2:], strict=True))
    # A single unit for the whole map sees it all, whatever the image's size.
    return _windows(steps, steps, (0,), (1,)) if even and min(size) > 1 else None


def _padding(maps: Tensor, pad: Sequence[int], *_: Any) -> tuple[Window, Window] | None:
    left, _right, top, _bottom, *more = (*pad, 0, 0)[: max(len(pad), 4)]
    return None if any(more) else (Window(before=top), Window(before=left))


def _windows(*settings: Sequence[int]) -> tuple[Window, Window]:
    """Read kernel, stride, padding and dilation; one number stands for both sides."""
    pairs = [pair if len(pair) == 2 else (*pair, *pair) for pair in settings]
    rows, columns = zip(*pairs, strict=True)
    return Window(*rows), Window(*columns)


# By the names that PyTorch's operations have below autograd.
WINDOWS: dict[str, Callable[..., tuple[Window, Window] | None]] = {
    "convolution": _convolution,
    "max_pool2d_with_indices": _max_pool,
    "avg_pool2d": _average_pool,
    "_adaptive_avg_pool2d": _adaptive_pool,
    "adaptive_max_pool2d": _adaptive_pool,
    "constant_pad_nd": _padding,
    "reflection_pad2d": _padding,
    "replication_pad2d": _padding,
}
