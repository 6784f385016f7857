"""The first layer's filters after every epoch, side by side as the frames of a film."""

from cnnviz.drawing.signed import signed_tiles
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.drawing.tiles import places
from cnnviz.lessons.learned_filters.results import Film

ACROSS = 4  # filters of a frame
EDGE, GAP = 7, 4  # px around a frame's filters, and between them


def draw(kernels_film: Film, words: Words, paint: Palette) -> Canvas:
    """Put the frames side by side without gaps, for a page to show one by one, on one scale."""
    kernels, columns = kernels_film["kernels"][:, :, 0], kernels_film["columns"]
    frames, filters = kernels.shape[:2]
    reach, width = abs(kernels).max(), WIDTH / columns
    side = (width - 2 * EDGE - (ACROSS - 1) * GAP) / ACROSS
    step = side + GAP
    height = round(2 * EDGE + -(-filters // ACROSS) * step - GAP)
    figure = canvas(height=height * -(-frames // columns))
    page = sheet(figure)
    corners = places(frames, columns, (width, height), (EDGE, EDGE))
    for frame, corner in zip(kernels, corners, strict=True):
        inside = places(filters, ACROSS, (step, step), corner)
        signed_tiles(page, frame, inside, side, paint, reach)
    return figure
