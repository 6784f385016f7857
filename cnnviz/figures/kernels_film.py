"""The first layer's filters after every epoch: one row each, all of a height."""

from typing import Any

from cnnviz.figures.signed import signed_tile
from cnnviz.figures.style import WIDTH, canvas, sheet, svg, themed
from cnnviz.pipeline.outcome import Drawing

NAME = 92  # px for an epoch's name
GAP = 7
EDGE = 8  # px above and below


def draw(result: dict[str, Any], words: dict[str, str], theme: str) -> Drawing:
    """Draw the rows without gaps, so that a page can show them one by one, on one scale."""
    kernels = result["kernels"][:, :, 0]
    filters, reach = kernels.shape[1], abs(kernels).max()
    side = (WIDTH - NAME - GAP * (filters - 1)) / filters
    step = round(side) + 2 * EDGE
    with themed(theme) as paint:
        figure = canvas(height=step * len(kernels))
        page = sheet(figure)
        for row, epoch in enumerate(result["epochs"]):
            top = row * step + (step - side) / 2
            name = words["epoch"].format(n=epoch) if epoch else words["start"]
            page.text(0, top + side / 2, name, va="center")
            for column in range(filters):
                left = NAME + column * (side + GAP)
                signed_tile(page, kernels[row, column], left, top, side, reach, paint)
        return svg(figure)
