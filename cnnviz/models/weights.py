"""Weights from files: read without running anything, compared with the network, then loaded."""

import re
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

CURE = (
    "Save the weights alone: safetensors.torch.save_file(network.state_dict(), 'NAME.safetensors')"
)
NEST = ("state_dict", "model")  # where training programs keep the weights among other things


def state_dict(file: Path) -> dict[str, Tensor]:
    """Read the tensors of a .safetensors, .pth or .pt file, by their names; run nothing.

    They may lie under "state_dict" or "model", and all names may begin with "module.".
    """
    if not file.is_file():
        what = "is a folder" if file.is_dir() else "does not exist"
        raise FileNotFoundError(
            f"the weights {file.absolute()}: it {what}; "
            "expected was a .safetensors, .pth or .pt file"
        )
    if file.suffix == ".safetensors":
        return _without_prefix(_safetensors(file))
    if file.suffix in (".pth", ".pt"):
        return _without_prefix(_tensors(_pickle(file), file))
    raise ValueError(f"{file} is not named as weights: expected was .safetensors, .pth or .pt")


def load(network: nn.Module, state: Mapping[str, Tensor], origin: str) -> None:
    """Put tensors into the network, in place; all names and shapes must be the network's own.

    `origin` says in the error where they come from. Batch norm's counters may be absent: older
    files have none, and only training reads them.
    """
    own = network.state_dict()
    needed = [name for name in own if not name.endswith("num_batches_tracked")]
    lacking = [name for name in needed if name not in state]
    foreign = [name for name in state if name not in own]
    if lacking or foreign:
        raise ValueError(
            f"{origin}: the names do not fit. Of the network's {len(needed)} tensors "
            f"{_some(lacking)} lacking, and {_some(foreign)} in the file but not in the network. "
            "Was it saved from this network?"
        )
    for name, tensor in state.items():
        if tensor.shape != own[name].shape:
            raise ValueError(
                f"{origin}: {name} has the shape {tuple(tensor.shape)}, but the network needs "
                f"{tuple(own[name].shape)}. Build it with the options it was saved with, such "
                "as the number of classes."
            )
        if own[name].is_floating_point() and not _is_plain(tensor):
            raise ValueError(f"{origin}: {name} ({tensor.dtype}) holds more than finite numbers")
    network.load_state_dict(state, strict=False)


def _is_plain(tensor: Tensor) -> bool:
    return tensor.is_floating_point() and bool(tensor.isfinite().all())


def _some(names: list[str]) -> str:
    if len(names) < 2:
        return f"{names[0]} is" if names else "none are"
    return f"{len(names)} ({names[0]}, …) are"


def _safetensors(file: Path) -> dict[str, Tensor]:
    try:
        return load_file(file)
    except SafetensorError as error:
        raise ValueError(
            f"{file} is damaged, or not in the format safetensors: {error}. Fetch or save it again."
        ) from error


def _pickle(file: Path) -> Any:
    """Read what torch.save wrote, if it is nothing but tensors and plain values."""
    try:
        if is_zipfile(file) and (damaged := ZipFile(file).testzip()):
            raise EOFError(f"{damaged} is not as it was written")  # torch would not notice
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # odd pickles are warned of, then refused below
            return torch.load(file, weights_only=True, map_location="cpu")
    except OSError:
        raise
    except Exception as error:  # foreign bytes can bring an unpickler to any error
        if code := re.search(r"GLOBAL ([\w.]+)", str(error)):
            raise ValueError(
                f"{file} holds more than tensors ({code[1]}), which could run code when it is "
                f"read, so it is not read. {CURE}"
            ) from error
        if "TorchScript" in str(error):
            raise ValueError(f"{file} holds a program of TorchScript. {CURE}") from error
        raise ValueError(
            f"{file} is damaged, or not what torch.save writes. Fetch or save it again. {CURE}"
        ) from error


def _tensors(loaded: Any, file: Path) -> dict[str, Tensor]:
    for key in NEST:
        if isinstance(loaded, Mapping) and isinstance(loaded.get(key), Mapping):
            loaded = loaded[key]
    if not isinstance(loaded, Mapping):
        raise ValueError(
            f"{file} holds a {type(loaded).__name__}, but expected were tensors by name. {CURE}"
        )
    for name, value in loaded.items():
        if not (isinstance(name, str) and isinstance(value, Tensor)):
            raise ValueError(
                f"{file} holds a {type(value).__name__} under {name!r}, but expected were "
                f"tensors by name. {CURE}"
            )
    return dict(loaded)


def _without_prefix(state: dict[str, Tensor]) -> dict[str, Tensor]:
    if all(name.startswith("module.") for name in state):  # as DataParallel names them
        return {name.removeprefix("module."): tensor for name, tensor in state.items()}
    return state
