"""The patches of parking spaces that excite channels of several layers most."""

from itertools import groupby

from cnnviz.drawing.heat import opened, photo_tile
from cnnviz.drawing.labels import say
from cnnviz.drawing.style import SMALL, WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.what_excites_a_feature.pairs import pairs
from cnnviz.lessons.what_excites_a_feature.results import ParkingPatches

GAP, BETWEEN, HEAD, NAME, FOOT = 3, 16, 32, 20, 16


def draw(parking_patches: ParkingPatches, words: Words, paint: Palette) -> Canvas:
    """Draw a block for each layer and in it a column for each channel: patch, reconstruction."""
    channels = parking_patches["channels"]
    blocks = {name: list(rows) for name, rows in groupby(channels, lambda row: row["layer"])}
    across, count = len(channels) // len(blocks), len(channels[0]["patches"])
    side = ((WIDTH - BETWEEN * (across - 1)) / across - GAP * (count - 1)) / count
    block = HEAD + NAME + 2 * side + GAP + FOOT
    figure = canvas(height=round(len(blocks) * block - FOOT + 2))
    page = sheet(figure)

    def put(uri: str, left: float, top: float, side: float) -> None:
        photo_tile(page, opened(uri), left, top, side, side)

    tiles = []
    for at, (layer, rows) in enumerate(blocks.items()):
        name = words["layer"].format(layer=words[layer], n=rows[0]["side"])
        say(page, 0, at * block + 14, name, weight="bold")
        top = at * block + HEAD + NAME
        for place, row in enumerate(rows):
            left = place * (WIDTH + BETWEEN) / across
            say(page, left, top - 12, words["channel"].format(n=row["channel"]), paint.muted, SMALL)
            tiles.append(pairs(row, layer, (left, top), side, GAP, put, put))
    figure.tiles = tiles
    return figure
