"""One line to draw: pictures, maps, and maps laid over pictures, as matplotlib figures.

from cnnviz import show
show.overlay(images, grad_cam(network, "layer4", images, classes))
"""

from collections.abc import Sequence
from io import BytesIO

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Normalize
from matplotlib.figure import Figure
from torch import Tensor
from torch.nn.functional import interpolate

TILE = 2.2  # inches a picture
TITLE = 0.3  # inches more a row, where there are titles
BAR = 0.9  # inches on the right for the scale
ONE_WAY, BOTH_WAYS, HEAT = "viridis", "RdBu_r", "inferno"


def pictures(
    images: Float[Tensor, "image channel height width"],
    titles: Sequence[str] = (),
    columns: int | None = None,
) -> Figure:
    """Draw pictures whose colours are in [0, 1]; one channel is drawn grey, white being 1."""
    figure, places = _sheet(len(images), titles, columns, bar=False)
    for place, image in zip(places, images.detach().cpu(), strict=True):
        if len(image) == 1:
            place.imshow(image[0].numpy(), cmap="gray", vmin=0, vmax=1, interpolation="nearest")
        else:
            place.imshow(image.clamp(0, 1).permute(1, 2, 0).numpy(), interpolation="nearest")
    return figure


def maps(
    values: Float[Tensor, "map height width"],
    titles: Sequence[str] = (),
    columns: int | None = None,
) -> Figure:
    """Draw maps on one scale for all, with its bar; values of both signs around a white zero."""
    values = values.detach().cpu()
    colours, low, high = _scale(values)
    figure, places = _sheet(len(values), titles, columns, bar=True)
    for place, one in zip(places, values, strict=True):
        place.imshow(one.numpy(), cmap=colours, vmin=low, vmax=high, interpolation="nearest")
    _bar(figure, ScalarMappable(Normalize(low, high), colours), "")
    return figure


def overlay(
    images: Float[Tensor, "image channel height width"],
    values: Float[Tensor, "image map_height map_width"],
    titles: Sequence[str] = (),
    columns: int | None = None,
) -> Figure:
    """Lay maps, enlarged, over their pictures, each as a share of its own maximum.

    Relative to the maximum and not to a fixed epsilon: the maps of some networks are tiny.
    """
    values = values.detach().cpu().clamp(min=0)
    peaks = values.amax(dim=(1, 2), keepdim=True)
    shares = (values / peaks.where(peaks > 0, 1))[:, None]
    shares = interpolate(shares, images.shape[2:], mode="bilinear", align_corners=False)[:, 0]
    figure, places = _sheet(len(images), titles, columns, bar=True)
    for place, image, share in zip(places, images.detach().cpu(), shares, strict=True):
        grey = image.mean(dim=0).clamp(0, 1).numpy()
        place.imshow(grey, cmap="gray", vmin=0, vmax=1)
        place.imshow(share.numpy(), cmap=HEAT, vmin=0, vmax=1, alpha=(0.75 * share.sqrt()).numpy())
    _bar(figure, ScalarMappable(Normalize(0, 1), HEAT), "share of the map's maximum")
    return figure


class _Shown(Figure):
    """A figure that a notebook draws, also where pyplot was never imported."""

    def _repr_png_(self) -> bytes:
        buffer = BytesIO()
        self.savefig(buffer, format="png")
        return buffer.getvalue()


def _scale(values: Tensor) -> tuple[str, float, float]:
    """Give the colours and the ends of a scale for these values."""
    low, high = (float(values.min()), float(values.max())) if values.numel() else (0.0, 1.0)
    if low < 0:
        reach = max(-low, high)
        return BOTH_WAYS, -reach, reach
    return ONE_WAY, 0.0, high or 1.0


def _sheet(
    count: int, titles: Sequence[str], columns: int | None, *, bar: bool
) -> tuple[Figure, list[Axes]]:
    """Give a figure with a place for each picture, and the places."""
    if not count:
        raise ValueError("there is nothing to draw: no picture was given")
    if titles and len(titles) != count:
        raise ValueError(f"there are {count} pictures, but {len(titles)} titles")
    across = columns or min(count, 8 if count > 8 else 4)
    down = -(-count // across)
    tall = TILE + (TITLE if titles else 0)
    figure = _Shown((TILE * across + (BAR if bar else 0), tall * down), layout="constrained")
    grid = np.atleast_1d(figure.subplots(down, across, squeeze=False)).ravel()
    for place in grid:
        place.set_axis_off()
    for place, title in zip(grid, titles, strict=False):
        place.set_title(title, fontsize=9)
    return figure, list(grid[:count])


def _bar(figure: Figure, scale: ScalarMappable, label: str) -> None:
    figure.colorbar(scale, ax=figure.axes, label=label, fraction=0.05, pad=0.02)
