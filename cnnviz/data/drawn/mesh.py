"""Solid things as quadrilaterals, each with a colour and a gloss."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, radians, sin

import numpy as np
from jaxtyping import Float

Colour = tuple[float, float, float]
Faces = Float[np.ndarray, "face 4 3"]

ANGLES = np.arange(12) * pi / 6
CIRCLE = np.stack([np.zeros(12), np.cos(ANGLES), np.sin(ANGLES)], axis=1)
FAN = CIRCLE[[(0, k, k + 1, k + 2) for k in range(1, 11, 2)]]


@dataclass(frozen=True)
class Mesh:
    """Faces with their outward normals; a triangle repeats a corner."""

    corners: Faces
    normals: Float[np.ndarray, "face 3"]
    colours: Float[np.ndarray, "face 3"]  # linear albedo
    gloss: Float[np.ndarray, " face"]  # 0 is chalk, 1 is glass

    def placed(self, x: float, y: float, degrees: float) -> "Mesh":
        """Turn the mesh about the vertical axis, and set it down at (x, y)."""
        angle = radians(degrees)
        turn = np.array([[cos(angle), sin(angle), 0], [-sin(angle), cos(angle), 0], [0, 0, 1]])
        return Mesh(self.corners @ turn + [x, y, 0], self.normals @ turn, self.colours, self.gloss)


def solid(
    corners: Faces,
    colours: Sequence[Colour] | Float[np.ndarray, "face 3"],
    gloss: float | Float[np.ndarray, " face"],
    inside: tuple[float, float, float],
) -> Mesh:
    """Make a mesh of faces that all look away from a point inside."""
    a, b = (corners[:, 2] - corners[:, 0]).T, (corners[:, 3] - corners[:, 1]).T
    normals = np.stack(  # np.cross takes three times as long for so few
        [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]], axis=1
    )
    normals /= np.sqrt((normals**2).sum(axis=1, keepdims=True)) + 1e-9
    outward = corners.mean(axis=1) - np.array(inside)
    normals *= np.where((normals * outward).sum(axis=1, keepdims=True) < 0, -1, 1)
    shades = np.broadcast_to(np.asarray(colours, dtype=float), (len(corners), 3))
    return Mesh(corners, normals, shades, np.broadcast_to(np.float64(gloss), len(corners)))


def joined(meshes: Sequence[Mesh]) -> Mesh:
    """Put several meshes into one."""
    return Mesh(
        np.concatenate([mesh.corners for mesh in meshes]),
        np.concatenate([mesh.normals for mesh in meshes]),
        np.concatenate([mesh.colours for mesh in meshes]),
        np.concatenate([mesh.gloss for mesh in meshes]),
    )


def box(low: Sequence[float], high: Sequence[float], colour: Colour, gloss: float = 0.1) -> Mesh:
    """Make a box between two opposite corners, without its bottom."""
    (a, b, c), (d, e, f) = low, high
    corners = np.array(
        [
            [(a, b, f), (d, b, f), (d, e, f), (a, e, f)],
            [(a, b, c), (d, b, c), (d, b, f), (a, b, f)],
            [(a, e, c), (d, e, c), (d, e, f), (a, e, f)],
            [(a, b, c), (a, e, c), (a, e, f), (a, b, f)],
            [(d, b, c), (d, e, c), (d, e, f), (d, b, f)],
        ],
        dtype=float,
    )
    return solid(corners, [colour] * 5, gloss, ((a + d) / 2, (b + e) / 2, (c + f) / 2))


def disc(centre: Sequence[float], radius: float, colour: Colour, outward: float) -> Mesh:
    """Make an upright disc across x, such as the side of a wheel; it looks towards `outward`."""
    x, y, z = centre
    corners = FAN * radius + [x, y, z]
    normals = np.tile([np.sign(outward), 0.0, 0.0], (len(FAN), 1))
    return Mesh(corners, normals, np.tile(colour, (len(FAN), 1)), np.full(len(FAN), 0.05))


def cone(centre: Sequence[float], radius: float, height: float, colour: Colour, top: float) -> Mesh:
    """Make a cone cut off where it has the radius `top`, of eight sides, standing upright."""
    x, y, z = centre
    angles = np.arange(9) * pi / 4
    ring = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    low = np.concatenate([ring * radius + [x, y], np.full((9, 1), z)], axis=1)
    high = np.concatenate([ring * top + [x, y], np.full((9, 1), z + height)], axis=1)
    sides = np.stack([low[:-1], low[1:], high[1:], high[:-1]], axis=1)
    lid = high[[[0, 1, 2, 3], [0, 3, 4, 5], [0, 5, 6, 7]]]
    faces = np.concatenate([sides, lid])
    return solid(faces, [colour] * len(faces), 0.05, (x, y, z + height / 2))
