"""The three cameras of the drawn car park: where each hangs, and what lies in front of it."""

from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np
from jaxtyping import Float

LENGTH = 5.0  # metres from the mouth of a space to its head
MARGIN = 0.94  # a patch is this much larger than the space's outline on it

Point = Float[np.ndarray, "3"]
Points = Float[np.ndarray, "*many 3"]
Projection = Float[np.ndarray, "3 4"]


@dataclass(frozen=True)
class Row:
    """Spaces side by side along x, the mouth of the first at (x, y)."""

    x: float
    y: float
    angle: float  # degrees from x to the way a car drives in
    pitch: float  # metres between two lines along x
    spaces: int

    @property
    def inward(self) -> Float[np.ndarray, "2"]:
        """The unit vector from the mouth of a space to its head."""
        return np.array([cos(radians(self.angle)), sin(radians(self.angle))])

    def middle(self, space: float) -> Float[np.ndarray, "2"]:
        """Give the middle of a space's ground."""
        start = np.array([self.x + (space + 0.5) * self.pitch, self.y])
        return start + self.inward * LENGTH / 2

    def corners(self, space: int) -> Float[np.ndarray, "4 3"]:
        """Give the four corners of a space's ground."""
        left = np.array([self.x + space * self.pitch, self.y])
        right = left + np.array([self.pitch, 0])
        deep = self.inward * LENGTH
        flat = np.stack([left, right, right + deep, left + deep])
        return np.concatenate([flat, np.zeros((4, 1))], axis=1)


@dataclass(frozen=True)
class Camera:
    """A camera high above a car park, and how that car park is made."""

    name: str
    position: tuple[float, float, float]
    rows: tuple[Row, ...]
    paint: tuple[float, float, float]  # linear albedo of the lines
    line: float  # their width in metres
    wear: float  # share of the paint that is gone
    ground: tuple[float, float, float]
    slabs: float  # side of the concrete slabs in metres; 0 is asphalt
    cracks: int  # to a space
    head: str  # what lies beyond the head: kerb, wall or row
    trees: tuple[tuple[float, float, float], ...]  # x, y, radius of the crown
    south: float  # degrees by which the sun's way is turned

    @property
    def spaces(self) -> int:
        """The number of spaces in its view."""
        return sum(row.spaces for row in self.rows)

    def place(self, space: int) -> tuple[Row, int]:
        """Give the row of a space, and its place there."""
        for row in self.rows:
            if space < row.spaces:
                return row, space
            space -= row.spaces
        raise IndexError(f"the camera {self.name} has {self.spaces} spaces")


CAMERAS = (
    Camera(
        name="gate",
        position=(15.0, -12.0, 15.0),
        rows=(Row(0, 0, 90, 2.5, 12),),
        paint=(0.62, 0.62, 0.60),
        line=0.12,
        wear=0.35,
        ground=(0.105, 0.108, 0.115),
        slabs=0,
        cracks=2,
        head="kerb",
        trees=((4.0, 7.6, 2.6), (21.0, 7.9, 2.4)),
        south=20,
    ),
    Camera(
        name="mast",
        position=(12.0, 18.0, 19.0),
        rows=(Row(-1, 0, 62, 2.85, 10),),
        paint=(0.60, 0.44, 0.10),
        line=0.14,
        wear=0.5,
        ground=(0.165, 0.152, 0.130),
        slabs=2.6,
        cracks=1,
        head="wall",
        trees=((6.0, 9.5, 2.2), (26.0, 9.0, 2.4)),
        south=200,
    ),
    Camera(
        name="roof",
        position=(13.0, -9.0, 26.0),
        rows=(Row(0, 0, 90, 2.4, 12), Row(0, 10.0, -90, 2.4, 12)),
        paint=(0.72, 0.72, 0.72),
        line=0.10,
        wear=0.15,
        ground=(0.060, 0.064, 0.068),
        slabs=0,
        cracks=4,
        head="row",
        trees=((-3.0, 5.0, 2.8),),
        south=95,
    ),
)


def project(projection: Projection, points: Points) -> Float[np.ndarray, "*many 2"]:
    """Give where points of the world lie on the patch, whose sides go from 0 to 1."""
    flat = points @ projection[:, :3].T + projection[:, 3]
    return flat[..., :2] / flat[..., 2:]


def patch(camera: Camera, space: int) -> Projection:
    """Find the projection onto the square patch that shows one space, its head upwards.

    The patch is turned so that the space stands upright in it, as in PKLot's segmented images.
    """
    row, place = camera.place(space)
    corners = row.corners(place)
    middle = np.array([*row.middle(place), 0.35])
    whole = _looking(np.array(camera.position), middle)
    seen = project(whole, np.concatenate([corners, corners + np.array([0, 0, 1.0])]))
    mouth, head = seen[:2].mean(axis=0), seen[2:4].mean(axis=0)
    if head[1] > mouth[1]:  # a camera behind the heads: let the farther end be up
        mouth, head = head, mouth
    up = (head - mouth) / np.linalg.norm(head - mouth)
    turn = np.array([[-up[1], up[0]], [-up[0], -up[1]]])
    turned = seen @ turn.T
    low, high = turned.min(axis=0), turned.max(axis=0)
    side = (high - low).max() * MARGIN
    centre = (low + high) / 2
    onto = np.eye(3)
    onto[:2, :2] = turn / side
    onto[:2, 2] = 0.5 - centre / side
    return onto @ whole


def _looking(eye: Point, target: Point) -> Projection:
    """Give the pinhole projection of a camera at `eye` that looks at `target`, y downwards."""
    forward = (target - eye) / np.linalg.norm(target - eye)
    right = np.cross(forward, [0.0, 0.0, 1.0])
    right /= np.linalg.norm(right)
    turn = np.stack([right, np.cross(forward, right), forward])
    return np.concatenate([turn, (-turn @ eye)[:, None]], axis=1)
