"""A frame's patch as light: the ground, what stands on it, the trees above."""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float, UInt8
from PIL import Image, ImageDraw, ImageFilter

from cnnviz.data.drawn.cameras import CAMERAS, Camera, project
from cnnviz.data.drawn.days import Light, Standing, light, standing
from cnnviz.data.drawn.ground import Albedo, Ground, Rough, ground, noise
from cnnviz.data.drawn.mesh import Mesh
from cnnviz.data.drawn.shadows import CROWN, cast, contact, dappled, shaded

EXPOSURE = 1.8
BRIGHTEST, LEVELS = 4.0, 8192
LINEAR = np.linspace(0, BRIGHTEST * EXPOSURE, LEVELS)
FILM = (np.clip(LINEAR / (1 + 0.35 * LINEAR), 0, 1) ** (1 / 2.2) * 255).astype(np.uint8)
MIRROR = np.array([1.0, 1.0, -1.0])


def painted(
    seed: int, camera: int, day: int, hour: float, space: int, side: int
) -> tuple[Image.Image, Light, bool]:
    """Paint one space's patch, side × side; say in which light, and whether a car is on it."""
    view, now = CAMERAS[camera], light(seed, camera, day, hour)
    there = standing(seed, camera, day, hour, space)
    place = ground(seed, camera, space, side)
    eye = np.array(view.position)
    there.sort(key=lambda other: -np.hypot(*(other.middle - eye[:2])))

    image = _film(_lit_ground(place, there, now), now)
    if now.wet:
        _reflect(image, place, there, now, eye)
    pen = ImageDraw.Draw(image)
    for number, thing in enumerate(there):
        others = [other.mesh for k, other in enumerate(there) if k != number]
        _paint(pen, thing.mesh, others, place, now, eye)
    image = _under_trees(image, place, view, noise(seed, camera), now)
    _crowns(image, place, view, now, seed)
    return image, now, any(thing.car and thing.space == space for thing in there)


def _metre(place: Ground) -> float:
    """Give a metre of the space's ground in pixels, roughly."""
    side = place.x.shape[0]
    across = np.hypot(np.ptp(place.x[side // 2]), np.ptp(place.y[side // 2]))
    return float(side / across)


def _lit_ground(place: Ground, there: Sequence[Standing], now: Light) -> Albedo:
    metre = _metre(place)
    beam = (now.towards[2] * now.sun).astype(np.float32)
    sun = (1 - cast(place, there, now, metre))[..., None] * beam
    sky = (1 - 0.75 * contact(place, there, metre))[..., None] * now.sky.astype(np.float32)
    radiance = place.albedo * ((1 - 0.5 * now.wet) * (sun + sky))
    if now.wet:
        radiance += ((0.03 + 0.16 * place.hollow[..., None]) * now.wet) * sky
    return radiance


def _film(radiance: Albedo, now: Light) -> Image.Image:
    return Image.fromarray(_developed(radiance, now))


def _developed(radiance: Float[np.ndarray, "*many 3"], now: Light) -> UInt8[np.ndarray, "*many 3"]:
    """Expose: a film's curve that rolls off softly, then the display's gamma."""
    level = np.clip(radiance, 0, BRIGHTEST) * (LEVELS / BRIGHTEST * now.exposure)
    return FILM[np.minimum(level.astype(np.int32), LEVELS - 1)]


def _colours(
    mesh: Mesh, others: Sequence[Mesh], now: Light, eye: Float[np.ndarray, "3"]
) -> UInt8[np.ndarray, "face 3"]:
    """Light each face: diffuse sun and sky, the sky's mirror image, and the sun's glint."""
    sight = eye - mesh.corners.mean(axis=1)
    sight /= np.linalg.norm(sight, axis=1, keepdims=True)
    up = mesh.normals[:, 2]
    facing = np.clip((mesh.normals * sight).sum(axis=1), 0, 1)
    sun = np.clip(mesh.normals @ now.towards, 0, None)
    if now.sun.any():
        sun = np.where(shaded(mesh, others, now), 0, sun)
    open_sky = 0.32 + 0.68 * (0.5 + 0.5 * up)
    diffuse = mesh.colours * (sun[:, None] * now.sun + open_sky[:, None] * now.sky)

    mirrored = 2 * facing[:, None] * mesh.normals - sight
    fresnel = mesh.gloss * (0.05 + 0.6 * (1 - facing) ** 4)
    bright = np.clip(0.25 + 1.1 * mirrored[:, 2], 0.08, 1.3)
    glint = np.clip(mirrored @ now.towards, 0, 1) ** 24 * (sun > 0) * mesh.gloss * 0.7
    shine = (fresnel * bright)[:, None] * now.sky * 1.8 + glint[:, None] * now.sun
    return _developed(diffuse + shine, now)


def _paint(
    pen: ImageDraw.ImageDraw,
    mesh: Mesh,
    others: Sequence[Mesh],
    place: Ground,
    now: Light,
    eye: Float[np.ndarray, "3"],
) -> None:
    """Draw the faces that look at the camera, the farthest first."""
    away = mesh.corners.mean(axis=1) - eye
    seen = np.flatnonzero((mesh.normals * away).sum(axis=1) < 0)
    order = seen[np.argsort(-(away[seen] ** 2).sum(axis=1), kind="stable")]
    outlines = project(place.projection, mesh.corners) * place.x.shape[0]
    colours = _colours(mesh, others, now, eye)
    for outline, colour in zip(
        outlines[order].reshape(-1, 8).tolist(), colours[order].tolist(), strict=True
    ):
        pen.polygon(outline, fill=tuple(colour))


def _reflect(
    image: Image.Image,
    place: Ground,
    there: Sequence[Standing],
    now: Light,
    eye: Float[np.ndarray, "3"],
) -> None:
    """Mirror what stands there in the wet ground."""
    mirror = image.copy()
    pen = ImageDraw.Draw(mirror)
    for thing in there:
        mesh = thing.mesh
        below = Mesh(mesh.corners * MIRROR, mesh.normals * MIRROR, mesh.colours, mesh.gloss)
        _paint(pen, below, [], place, now, eye)
    mirror = mirror.filter(ImageFilter.GaussianBlur(image.width / 90))
    share = np.clip(0.16 + 0.35 * place.hollow, 0, 0.5) * now.wet * 255
    image.paste(mirror, mask=Image.fromarray(share.astype(np.uint8)))


def _under_trees(
    image: Image.Image, place: Ground, view: Camera, rough: Rough, now: Light
) -> Image.Image:
    """Let the trees' shadow fall on the ground and on all that stands there."""
    shadow = dappled(place, view, rough, now)
    if not shadow.any():
        return image
    dark = (now.sky / (now.sky + now.sun * now.towards[2])) ** (1 / 2.2)
    light_left = 1 - shadow[..., None] * (1 - dark)
    return Image.fromarray((np.asarray(image) * light_left).astype(np.uint8))


def _crowns(image: Image.Image, place: Ground, view: Camera, now: Light, seed: int) -> None:
    """Paint the trees' crowns, tufts of leaves, where they stand before the camera."""
    pen = ImageDraw.Draw(image)
    generator = np.random.default_rng([seed, 8])
    for x, y, radius in view.trees:
        tufts = generator.normal(0, 0.42, (420, 3)) * radius * [1, 1, 0.7] + [x, y, CROWN]
        tufts = tufts[np.argsort(tufts[:, 2])]
        shades = np.exp(generator.normal(0, 0.3, (len(tufts), 1))) * [0.05, 0.085, 0.018]
        bright = np.clip(0.35 + 0.25 * (tufts[:, 2:] - CROWN), 0.1, 1)
        colours = _developed(shades * (now.sky + now.sun * 0.8 * bright), now)
        seen = project(place.projection, tufts) * image.width
        size = 0.13 * _metre(place) * generator.uniform(0.6, 1.6, len(tufts))
        inside = (np.abs(seen / image.width - 0.5) < 0.6).all(axis=1)
        for (u, v), reach, colour in zip(
            seen[inside].tolist(), size[inside].tolist(), colours[inside].tolist(), strict=True
        ):
            pen.ellipse((u - reach, v - reach, u + reach, v + reach), fill=tuple(colour))
