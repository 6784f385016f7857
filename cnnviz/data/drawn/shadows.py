"""Shadows on the drawn ground: of what stands there, of trees, and under every car."""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Bool, Float
from PIL import Image, ImageDraw, ImageFilter
from scipy.ndimage import gaussian_filter
from scipy.spatial import ConvexHull

from cnnviz.data.drawn.cameras import Camera, project
from cnnviz.data.drawn.days import Light, Standing
from cnnviz.data.drawn.ground import Ground, Plane, Rough, sampled
from cnnviz.data.drawn.mesh import Mesh

Places = Float[np.ndarray, "place 2"]
COARSE = 4  # soft shadows are computed on fewer pixels
CROWN = 5.0  # metres from the ground to the middle of a tree's crown


def cast(place: Ground, there: Sequence[Standing], light: Light, metre: float) -> Plane:
    """Give how much of the sun is taken from each pixel by what stands there, 0 to 1."""
    if not light.sun.any():
        return np.zeros_like(place.x)
    mask = Image.new("L", place.x.shape[::-1])
    pen = ImageDraw.Draw(mask)
    for standing in there:
        _fill(pen, _fallen(standing.mesh.corners.reshape(-1, 3), light), place)
    soft = mask.filter(ImageFilter.GaussianBlur(0.04 * metre))
    return np.asarray(soft, dtype=np.float32) / 255


def contact(place: Ground, there: Sequence[Standing], metre: float) -> Plane:
    """Give how much of the sky is hidden from each pixel under and beside what stands there."""
    side = place.x.shape[0]
    mask = Image.new("L", (side // COARSE, side // COARSE))
    pen = ImageDraw.Draw(mask)
    for standing in there:
        _fill(pen, standing.mesh.corners.reshape(-1, 3)[:, :2], place)
    wide = mask.filter(ImageFilter.GaussianBlur(0.22 * metre / COARSE))
    full = wide.resize((side, side), Image.Resampling.BILINEAR)
    return np.asarray(full, dtype=np.float32) / 255


def dappled(place: Ground, view: Camera, rough: Rough, light: Light) -> Plane:
    """Give the shadow of the trees, with the holes that their leaves leave."""
    shadow = np.zeros_like(place.x)
    if not light.sun.any():
        return shadow
    for x, y, radius in view.trees:
        at = np.array([x, y]) - light.towards[:2] * CROWN / light.towards[2]
        away = np.hypot(place.x - at[0], place.y - at[1]) / (radius * 1.15)
        if away.min() < 1.4:
            leaves = sampled(rough, place.x - at[0], place.y - at[1], 20.0)
            shadow = np.maximum(shadow, np.clip((1.25 - away) * 3 + leaves * 0.9 - 0.3, 0, 1))
    return gaussian_filter(shadow, 1.5) if shadow.any() else shadow


def shaded(mesh: Mesh, others: Sequence[Mesh], light: Light) -> Bool[np.ndarray, " face"]:
    """Say which faces of a mesh another one keeps the sun from, taken as a bulging box."""
    dark = np.zeros(len(mesh.corners), dtype=bool)
    start = mesh.corners.mean(axis=1)
    for other in others:
        points = other.corners.reshape(-1, 3)
        middle, half = points.mean(axis=0), points.std(axis=0) * 1.55
        to, way = (middle - start) / half, light.towards / half
        nearest = to @ way / (way @ way)
        miss = ((to - nearest[:, None] * way) ** 2).sum(axis=1)
        dark |= (nearest > 0) & (miss < 1.0)
    return dark


def _fallen(points: Float[np.ndarray, "point 3"], light: Light) -> Places:
    return points[:, :2] - points[:, 2:] * light.towards[:2] / light.towards[2]


def _fill(pen: ImageDraw.ImageDraw, flat: Places, place: Ground) -> None:
    """Fill the outline of points of the ground."""
    outline = flat[ConvexHull(flat).vertices]
    points = np.concatenate([outline, np.zeros((len(outline), 1))], axis=1)
    seen = project(place.projection, points) * pen.im.size[0]
    pen.polygon(seen.ravel().tolist(), fill=255)
