"""A grid of letters under the remap: the idea, small enough to follow by eye."""

from typing import Any

import torch

from cnnviz.methods.pixel_remap import PixelRemap


def letters(side: int, seed: int) -> dict[str, Any]:
    """Name the cells of a grid A00, A01, … (row, column) and say where each one goes."""
    places = torch.arange(side * side).float().reshape(1, 1, side, side)
    moved = PixelRemap(side, side, seed)(places).long().flatten().tolist()
    names = [f"A{place // side}{place % side}" for place in range(side * side)]
    after = [names[place] for place in moved]
    return {
        "side": side,
        "before": names,
        "after": after,
        "goes": {name: names[after.index(name)] for name in names},
    }
