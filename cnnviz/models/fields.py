"""Which pixels a unit can see: followed through a network while one image passes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from torch import Tag, Tensor
from torch.utils._python_dispatch import TorchDispatchMode  # private in name, documented in use

from cnnviz.models.windows import WINDOWS, Window


@dataclass(frozen=True)
class Side:
    """The rows (or columns) of an image that decide the units of a map.

    Unit 0 sees the pixels first to last, unit i those i·jump further on; they may lie beyond
    the image's border, in the padding.
    """

    first: float = -inf
    last: float = inf
    jump: int | None = None  # None where a unit's place means nothing

    @property
    def size(self) -> int | None:
        """How many pixels a unit sees; None if it sees all, however large the image."""
        return None if self.last == inf else int(self.last - self.first) + 1

    def through(self, window: Window) -> "Side":
        """Give what the units behind a window see."""
        if self.jump is None:
            return EVERYTHING
        reach = (window.kernel - 1) * window.dilation
        return Side(
            self.first - window.before * self.jump,
            self.last + (reach - window.before) * self.jump,
            self.jump * window.stride,
        )


EVERYTHING = Side()
Field = tuple[Side, Side]


class FieldsFollowed(TorchDispatchMode):
    """Follow what each tensor's units see of an image, through every operation on the way.

        with FieldsFollowed(image) as followed:
            maps = network.conv1(image)
        rows, columns = followed.field(maps)

    Where paths meet, the fields join, so a residual network has that of its longest path. An
    operation that is not known to keep to its place counts as seeing everything.

    Araujo, Norris & Sim 2019, https://distill.pub/2019/computing-receptive-fields.
    """

    def __init__(self, image: Tensor):
        super().__init__()  # type: ignore[no-untyped-call]  # torch's has no types
        # The tensors are kept, so that no other can be given the identity of one of them.
        self._followed = {id(image): (image, (Side(0.0, 0.0, 1), Side(0.0, 0.0, 1)))}

    def field(self, maps: Tensor) -> Field:
        """Give what the units of a tensor see, by rows and by columns."""
        _, field = self._followed.get(id(maps), (maps, (EVERYTHING, EVERYTHING)))
        return field

    def __torch_dispatch__(
        self, function: Any, types: Any, args: tuple = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Compute, then note what the outcome sees."""
        sources = [tensor for tensor in _tensors(args) if id(tensor) in self._followed]
        seen = [(tensor.shape, self.field(tensor)) for tensor in sources]  # before work in place
        outcome = function(*args, **(kwargs or {}))
        if sources:
            windows = WINDOWS.get(function.overloadpacket.__name__)
            for output in _tensors((outcome,)):
                if windows is not None:
                    field = _behind(windows(*args, **(kwargs or {})), seen[0][1])
                elif _keeps_places(function, args):
                    field = _joined(seen, output)
                else:
                    field = (EVERYTHING, EVERYTHING)
                self._followed[id(output)] = (output, field)
        return outcome


def _tensors(values: Sequence[Any]) -> list[Tensor]:
    found: list[Tensor] = []
    for value in values:
        if isinstance(value, Tensor):
            found.append(value)
        elif isinstance(value, list | tuple):
            found += _tensors(value)
    return found


# Operations that leave every value where it is, besides all that torch itself tags as pointwise.
# Some change how many values there are; _joined looks at the height and width for that.
KEEPING = {
    *("alias", "detach", "view", "_unsafe_view", "_to_copy", "cat", "slice", "split"),
    *("split_with_sizes", "hardswish", "hardswish_", "_prelu_kernel", "native_dropout"),
    *("_native_batch_norm_legit_no_training", "_batch_norm_no_update"),
}


def _keeps_places(function: Any, args: tuple) -> bool:
    name = function.overloadpacket.__name__
    if name in ("native_batch_norm", "cudnn_batch_norm", "miopen_batch_norm"):
        return args[5] is False  # with statistics of this image each value depends on all
    return name in KEEPING or Tag.pointwise in function.tags


def _joined(seen: list[tuple[Any, Field]], output: Tensor) -> Field:
    """Join the fields of what an operation took, unit by unit.

    What has another height or width than the outcome, like the single value that weighs a
    channel in squeeze-and-excitation, does not belong to a place.
    """
    same = [f for shape, f in seen if output.ndim >= 4 and shape[-2:] == output.shape[-2:]]
    rows, columns = zip(*same, strict=True) if same else ((), ())
    elsewhere = len(same) < len(seen)
    return _union(rows, elsewhere), _union(columns, elsewhere)


def _union(sides: Sequence[Side], elsewhere: bool) -> Side:
    jumps = {side.jump for side in sides if side.jump is not None}
    if len(jumps) != 1:
        return EVERYTHING
    if elsewhere:
        return Side(jump=jumps.pop())
    return Side(min(s.first for s in sides), max(s.last for s in sides), jumps.pop())


def _behind(windows: tuple[Window, Window] | None, field: Field) -> Field:
    if windows is None:
        return EVERYTHING, EVERYTHING
    return field[0].through(windows[0]), field[1].through(windows[1])
