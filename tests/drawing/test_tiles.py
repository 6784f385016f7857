"""Drawings tell a page which channel a tile shows."""

import json
from html import unescape
from xml.etree import ElementTree

import pytest

from cnnviz.drawing.picture import _svg
from cnnviz.drawing.style import canvas
from cnnviz.drawing.tiles import CLOSE, OPEN, grid
from cnnviz.lessons.shared.pictured import map_pictured
from tests.drawings import draw

PLACE = {"corner": (3.0, 4.0), "side": 10.0, "step": (12.0, 12.0), "columns": 2}


def noted(drawing):
    text = drawing.data.decode()
    return json.loads(unescape(text[text.index(OPEN) + len(OPEN) : text.index(CLOSE)]))


def test_grids_come_back_as_they_were_noted():
    grids = [grid("conv <1> & co", [(0.123456, 7), None], **PLACE)]

    figure = canvas(height=9)
    figure.tiles = grids

    drawing = _svg(figure)

    assert noted(drawing) == grids
    assert grids[0]["values"] == [[0.123, 7.0], None]
    ElementTree.fromstring(drawing.data)  # well-formed


@pytest.fixture(scope="module")
def maps():
    """Eight layers' worth of the smallest kind: two layers, the second with a blank channel."""
    import torch

    torch.manual_seed(0)
    values = {"relu1": torch.rand(32, 6, 6), "pool1": torch.rand(32, 3, 3)}
    values["pool1"][5] = 0
    layers = [
        {
            "layer": name,
            "channels": 32,
            "side": maps.shape[1],
            "largest": 2 * float(maps.max()),
            "blank": int((maps.amax(dim=(1, 2)) == 0).sum()),
        }
        for name, maps in values.items()
    ]
    pictures = {name: map_pictured(maps.flatten(0, 1)) for name, maps in values.items()}
    told = {"label": 1, "weather": "Sunny", "occupied": 0.9, "source": "drawn"}
    picture = map_pictured(torch.rand(6, 6))
    return values, {**told, "image": picture, "layers": layers, "maps": pictures}


@pytest.fixture(scope="module")
def drawing(maps):
    return draw("layer_maps", maps[1])


def test_each_channel_of_each_layer_is_told_with_its_largest_value(maps, drawing):
    for told, (name, values) in zip(noted(drawing), maps[0].items(), strict=True):
        largest = values.amax(dim=(1, 2)) * 2
        assert told["name"] == name
        assert told["channels"] == list(range(32))
        for channel, value in enumerate(told["values"]):
            if largest[channel] == 0:
                assert value is None
            else:
                assert value == [0, pytest.approx(float(largest[channel]), rel=0.01)]


def test_the_tiles_lie_inside_the_drawing_and_do_not_overlap(drawing):
    below = 0
    for told in noted(drawing):
        rows = -(-len(told["channels"]) // told["columns"])
        (left, top), (right, down) = told["corner"], told["step"]
        assert top >= below
        below = top + rows * down
        assert left + told["columns"] * right <= drawing.width + 0.1
        assert told["side"] <= right + 0.1
    assert below <= drawing.height
