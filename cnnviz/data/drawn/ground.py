"""The ground of a space: asphalt or concrete, stains, cracks, painted lines, kerb and grass."""

from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np
from jaxtyping import Float
from scipy.ndimage import map_coordinates

from cnnviz.data.drawn.cameras import CAMERAS, LENGTH, Camera, Projection, Row, patch

Plane = Float[np.ndarray, "row column"]
Rough = Float[np.ndarray, "tile_row tile_column"]
Albedo = Float[np.ndarray, "row column 3"]

TEXTURE = 512  # side of the noise that everything rough is taken from; it repeats seamlessly
CONCRETE = np.array([0.25, 0.24, 0.22])
GRASS = np.array([0.055, 0.085, 0.022])
SOIL = np.array([0.14, 0.095, 0.06])
WALL = np.array([0.30, 0.28, 0.25])


@dataclass(frozen=True)
class Ground:
    """What the camera sees of a space's ground when nothing stands on it, without light."""

    projection: Projection
    x: Plane  # metres in the world, at each pixel
    y: Plane
    albedo: Albedo
    hollow: Plane  # 1 where water stays


@lru_cache(maxsize=64)
def ground(seed: int, camera: int, space: int, side: int) -> Ground:
    """Draw the ground on a patch of side × side pixels. It is the same on every day."""
    view = CAMERAS[camera]
    projection = patch(view, space)
    x, y = _on_the_ground(projection, side)
    rough = noise(seed, camera)
    albedo = _surface(view, rough, x, y)
    generator = np.random.default_rng([seed, camera, space, 1])
    row, place = view.place(space)
    _stain(albedo, generator, rough, x - row.middle(place)[0], y - row.middle(place)[1])
    for other in view.rows:
        _paint(albedo, view, other, rough, x, y)
        _head(albedo, view, other, rough, x, y)
    _crack(albedo, generator, view.cracks, rough, x, y, row.middle(place))
    hollow = np.clip((sampled(rough, x, y, 9.0) - 0.9) * 1.6, 0, 1)
    return Ground(projection, x, y, np.clip(albedo, 0.004, 0.9).astype(np.float32), hollow)


@lru_cache(maxsize=8)
def noise(seed: int, camera: int) -> Rough:
    """Make cloudy noise whose rough and fine parts weigh alike; mean 0, standard deviation 1."""
    generator = np.random.default_rng([seed, camera, 7])
    waves = np.fft.fftfreq(TEXTURE)
    frequency = np.hypot(waves[:, None], waves[None])
    frequency[0, 0] = np.inf
    spectrum = np.fft.fft2(generator.normal(size=(TEXTURE, TEXTURE))) / frequency
    plane = np.fft.ifft2(spectrum).real
    return (plane - plane.mean()) / plane.std()


def sampled(plane: Rough, x: Plane, y: Plane, density: float) -> Plane:
    """Look noise up at places of the world; `density` is its number of points to a metre."""
    places = np.stack([y, x]) * density
    return map_coordinates(plane, places, order=1, mode="grid-wrap", output=np.float32)


def _on_the_ground(projection: Projection, side: int) -> tuple[Plane, Plane]:
    """Give the place of the world where each pixel of the patch meets the ground."""
    middles = (np.arange(side) + 0.5) / side
    across, down = np.meshgrid(middles, middles)
    back = np.linalg.inv(projection[:, [0, 1, 3]])
    x, y, depth = np.tensordot(back, np.stack([across, down, np.ones_like(down)]), axes=1)
    return (x / depth).astype(np.float32), (y / depth).astype(np.float32)


def _surface(view: Camera, rough: Rough, x: Plane, y: Plane) -> Albedo:
    patchy = sampled(rough, x, y, 7.0)
    grain = sampled(rough, y + 3.3, x, 60.0)
    light = np.exp(0.13 * patchy + 0.10 * grain)
    if view.slabs:  # each slab was cast on its own, and the joints are dark
        column, row = np.floor(x / view.slabs), np.floor(y / view.slabs)
        light *= 1 + 0.10 * np.sin(column * 12.9898 + row * 78.233)
        joint = np.minimum(_to_line(x, view.slabs), _to_line(y, view.slabs))
        light *= np.where(joint < 0.025, 0.5, 1)
    return np.array(view.ground) * light[..., None]


def _to_line(along: Plane, pitch: float) -> Plane:
    """Give the distance to the nearest of many parallel lines."""
    return np.abs((along / pitch + 0.5) % 1 - 0.5) * pitch


def _stain(
    albedo: Albedo, generator: np.random.Generator, rough: Rough, x: Plane, y: Plane
) -> None:
    """Darken where engines dripped, and where water dried; x and y are from the space's middle."""
    for _ in range(generator.poisson(2.2)):
        at, size = generator.normal(0, [0.5, 1.3]), generator.uniform(0.15, 0.6)
        spread = np.hypot(x - at[0], (y - at[1]) * generator.uniform(0.6, 1)) / size
        spread = spread + 0.35 * sampled(rough, x + at[0], y, 25.0)
        strength = generator.uniform(0.15, 0.6) * np.clip(1.3 - spread, 0, 1)
        albedo *= 1 - strength[..., None]
    if generator.random() < 0.35:  # pale dust, washed up in clouds
        dust = np.clip(sampled(rough, x * 0.9 + 5, y, 14.0) - 0.6, 0, 1.5)
        albedo += 0.045 * dust[..., None] * [1, 0.95, 0.85]


def _paint(albedo: Albedo, view: Camera, row: Row, rough: Rough, x: Plane, y: Plane) -> None:
    inward = row.inward
    depth = (y - row.y) / inward[1]  # metres along the line, from the mouth
    along = x - row.x - depth * inward[0]
    from_line = _to_line(along, row.pitch) * abs(inward[1])
    inside = (along > -0.3) & (along < row.pitch * row.spaces + 0.3)
    lines = (from_line < view.line / 2) & (depth > 0) & (depth < LENGTH) & inside
    worn = sampled(rough, x, y, 33.0) + 0.8 * sampled(rough, y, x + 2, 90.0)
    limit = NormalDist().inv_cdf(1 - view.wear) * 1.28
    left = np.clip((limit - worn) * 1.5 + 0.5, 0.05, 1)
    cover = (lines * left)[..., None]
    albedo *= 1 - cover
    albedo += cover * view.paint


def _head(albedo: Albedo, view: Camera, row: Row, rough: Rough, x: Plane, y: Plane) -> None:
    """Lay what is beyond the heads: a kerb with grass, a wall's foot, or one more line."""
    beyond = ((y - row.y) / row.inward[1] - LENGTH) * abs(row.inward[1])
    if view.head == "row":
        albedo[np.abs(beyond) < 0.06] = np.array(view.paint) * 0.8
        return
    texture = sampled(rough, x, y, 40.0)[..., None]
    edge = (beyond > 0.15) & (beyond < 0.35)
    albedo[edge] = (CONCRETE * (1 + 0.12 * texture))[edge]
    albedo[(beyond > 0.10) & (beyond <= 0.15)] *= 0.35  # the kerb's own side
    if view.head == "kerb":
        bare = np.clip(sampled(rough, x + 1, y, 12.0) - 0.5, 0, 1)[..., None]
        plants = (GRASS * (1 - bare) + SOIL * bare) * np.exp(0.35 * texture)
    else:
        plants = WALL * (1 + 0.08 * texture) * np.where(_to_line(x, 1.2) < 0.03, 0.6, 1)[..., None]
    albedo[beyond >= 0.35] = plants[beyond >= 0.35]


def _crack(
    albedo: Albedo,
    generator: np.random.Generator,
    cracks: int,
    rough: Rough,
    x: Plane,
    y: Plane,
    middle: Float[np.ndarray, "2"],
) -> None:
    for _ in range(generator.poisson(cracks)):
        angle, shift = generator.uniform(0, np.pi), generator.normal(0, 1.2)
        across = (x - middle[0]) * np.cos(angle) + (y - middle[1]) * np.sin(angle) - shift
        wavy = across + 0.22 * sampled(rough, x + shift, y, 11.0)
        ends = sampled(rough, y + shift, x, 5.0) > -0.3
        albedo[(np.abs(wavy) < generator.uniform(0.012, 0.03)) & ends] *= 0.4
