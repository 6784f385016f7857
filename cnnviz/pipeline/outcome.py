"""What a step may give back, and the bytes that stand for it: JSON, arrays or a drawing."""

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Drawing:
    """A finished picture or text for the site: its file type, bytes and size in CSS pixels."""

    suffix: str  # "svg", "webp", "html"
    data: bytes
    width: int = 0
    height: int = 0


def encoded(outcome: Any) -> tuple[str, bytes]:
    """Give the file type and the bytes of an outcome.

    A drawing is stored as it is. A dictionary with arrays among its values becomes a
    safetensors file whose header carries the other values as JSON. Anything else is JSON.
    No format here can hold code.
    """
    if isinstance(outcome, Drawing):
        return outcome.suffix, outcome.data
    arrays = {}
    if isinstance(outcome, dict):
        arrays = {name: value for name, value in outcome.items() if hasattr(value, "__array__")}
    if not arrays:
        return "json", _json(outcome)

    import numpy
    from safetensors.numpy import save

    plain = {name: value for name, value in outcome.items() if name not in arrays}
    whole = {name: numpy.ascontiguousarray(value) for name, value in arrays.items()}
    # The file keeps the arrays in an order of its own, so that of the outcome is noted.
    header = {"plain": plain, "order": list(outcome)}
    return "safetensors", save(whole, metadata={"json": _json(header).decode()})


def decoded(suffix: str, data: bytes) -> Any:
    """Give the outcome that `encoded` turned into these bytes; a drawing without its size."""
    if suffix == "json":
        return json.loads(data)
    if suffix != "safetensors":
        return Drawing(suffix, data)

    from safetensors.numpy import load

    head = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
    header = json.loads(head["__metadata__"]["json"])
    values = header["plain"] | load(data)
    return {name: values[name] for name in header["order"]}


def _json(value: Any) -> bytes:
    # NaN is no JSON: a browser that downloads the numbers could not read it.
    return json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
