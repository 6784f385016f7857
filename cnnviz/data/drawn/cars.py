"""Cars: five shapes lofted over cross-sections, in the colours that cars have."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from cnnviz.data.drawn.mesh import Colour, Mesh, disc, joined, solid

GLASS: Colour = (0.018, 0.021, 0.024)
TYRE: Colour = (0.012, 0.012, 0.012)
PLASTIC: Colour = (0.03, 0.03, 0.03)

# Shares as on the roads of Brazil, roughly: white, silver, black and grey make four fifths.
COLOURS: tuple[tuple[float, Colour], ...] = (
    (0.25, (0.76, 0.76, 0.75)), (0.23, (0.40, 0.41, 0.42)),
    (0.19, (0.012, 0.012, 0.014)), (0.12, (0.11, 0.115, 0.125)),
    (0.10, (0.36, 0.025, 0.025)), (0.05, (0.03, 0.07, 0.22)),
    (0.02, (0.42, 0.36, 0.26)), (0.02, (0.02, 0.11, 0.06)),
    (0.01, (0.62, 0.42, 0.03)), (0.01, (0.13, 0.06, 0.03)),
)  # fmt: skip

# Along the car from its nose (0) to its tail (1): place, height of the top line, height of the
# shoulder (both as shares of the car's height), and whether the section is drawn in to a roof.
# The word says what lies between this section and the next.
Section = tuple[float, float, float, float, str]


@dataclass(frozen=True)
class Shape:
    """The proportions of one kind of car."""

    share: float
    length: float
    width: float
    height: float
    sections: tuple[Section, ...]


NOSE: tuple[Section, ...] = (
    (0.0, 0.43, 0.39, 0, "nose"), (0.02, 0.50, 0.46, 0, "nose"), (0.06, 0.555, 0.51, 0, "bonnet"),
    (0.15, 0.61, 0.56, 0, "bonnet"),
)  # fmt: skip

SHAPES = {
    "hatchback": Shape(
        0.36, 3.85, 1.68, 1.48,
        (
            *NOSE, (0.25, 0.65, 0.60, 0, "windscreen"), (0.42, 0.96, 0.63, 1, "door"),
            (0.58, 1.0, 0.64, 1, "pillar"), (0.61, 1.0, 0.64, 1, "door"),
            (0.80, 0.98, 0.66, 1, "pillar"), (0.86, 0.96, 0.67, 1, "rear"),
            (0.97, 0.68, 0.64, 0.4, "tail"), (1.0, 0.45, 0.42, 0, ""),
        ),
    ),
    "sedan": Shape(
        0.28, 4.40, 1.73, 1.45,
        (
            *NOSE, (0.26, 0.64, 0.60, 0, "windscreen"), (0.41, 0.96, 0.62, 1, "door"),
            (0.53, 1.0, 0.63, 1, "pillar"), (0.55, 1.0, 0.63, 1, "door"),
            (0.68, 0.97, 0.65, 1, "rear"), (0.83, 0.70, 0.66, 0.1, "boot"),
            (0.97, 0.67, 0.62, 0, "tail"), (1.0, 0.46, 0.42, 0, ""),
        ),
    ),
    "suv": Shape(
        0.18, 4.35, 1.82, 1.68,
        (
            *NOSE, (0.25, 0.66, 0.62, 0, "windscreen"),
            (0.38, 0.97, 0.64, 1, "door"), (0.55, 1.0, 0.65, 1, "pillar"),
            (0.58, 1.0, 0.65, 1, "door"), (0.86, 0.98, 0.66, 1, "pillar"),
            (0.92, 0.96, 0.66, 1, "rear"), (0.98, 0.66, 0.63, 0.6, "tail"),
            (1.0, 0.44, 0.42, 0, ""),
        ),
    ),
    "pickup": Shape(
        0.10, 4.75, 1.80, 1.66,
        (
            *NOSE, (0.24, 0.65, 0.61, 0, "windscreen"),
            (0.35, 0.97, 0.62, 1, "door"), (0.47, 1.0, 0.62, 1, "pillar"),
            (0.49, 0.99, 0.62, 1, "door"), (0.58, 0.96, 0.62, 1, "rear"),
            (0.62, 0.63, 0.62, 0, "bed"), (0.97, 0.63, 0.62, 0, "tail"),
            (1.0, 0.60, 0.58, 0, ""),
        ),
    ),
    "van": Shape(
        0.08, 4.60, 1.80, 1.92,
        (
            (0.0, 0.40, 0.36, 0, "nose"), (0.03, 0.48, 0.45, 0, "bonnet"),
            (0.13, 0.56, 0.52, 0, "windscreen"), (0.28, 0.96, 0.55, 1, "door"),
            (0.43, 1.0, 0.56, 1, "pillar"), (0.47, 1.0, 0.56, 1, "panel"),
            (0.94, 0.99, 0.56, 1, "rear"), (0.98, 0.60, 0.55, 0.7, "tail"),
            (1.0, 0.40, 0.38, 0, ""),
        ),
    ),
}  # fmt: skip

# From the sill over the shoulder to the roof's middle: half-width of a plain section and of one
# with a roof, as shares of half the car's width.
HALF_WIDTHS = np.array([[0.90, 0.90], [1.0, 1.0], [0.95, 0.97], [0.88, 0.76], [0.76, 0.68], [0, 0]])
TAPER = ([0, 0.02, 0.06, 0.15, 0.3, 0.75, 0.95, 1], [0.70, 0.83, 0.92, 0.97, 1, 1, 0.93, 0.80])


def car(generator: np.random.Generator) -> Mesh:
    """Draw lots for a car: its shape, colour and proportions. Its nose is towards +y."""
    shapes = list(SHAPES.values())
    shape = shapes[generator.choice(len(shapes), p=[shape.share for shape in shapes])]
    shares = [share for share, _ in COLOURS]
    paint = np.array(COLOURS[generator.choice(len(COLOURS), p=shares)][1])
    paint = np.clip(paint * generator.normal(1, 0.12) + generator.normal(0, 0.004, 3), 0.008, 0.8)
    length, width, height = (
        value * generator.normal(1, 0.025) for value in (shape.length, shape.width, shape.height)
    )
    rims = generator.uniform(0.08, 0.5)
    body = _body(shape, length, width, height, paint, shade=generator.random() < 0.08)
    details = _details(shape, length, width, height, paint)
    return joined([body, *_wheels(length, width, rims), details])


def _ring(
    section: Section, width: float, length: float, height: float
) -> Float[np.ndarray, "11 3"]:
    """Place the eleven points of one cross-section, from sill to sill over the roof."""
    place, top, shoulder, roofed, _ = section
    half = HALF_WIDTHS @ [1 - roofed, roofed] * width / 2 * np.interp(place, *TAPER)
    rail = shoulder + (top - shoulder) * (0.90 if roofed else 0.85)
    edge = shoulder + (top - shoulder) * 0.96
    up = np.array([0.17, 0.38, shoulder, rail, edge, top]) * height
    along = np.full(6, (0.5 - place) * length)
    right = np.stack([half, along, up], axis=1)
    return np.concatenate([right, right[-2::-1] * [-1, 1, 1]])


def _body(
    shape: Shape,
    length: float,
    width: float,
    height: float,
    paint: Float[np.ndarray, "3"],
    shade: bool,
) -> Mesh:
    rings = np.stack([_ring(section, width, length, height) for section in shape.sections])
    between = np.stack([rings[:-1, :-1], rings[1:, :-1], rings[1:, 1:], rings[:-1, 1:]], axis=2)
    colours = np.empty((*between.shape[:2], 3))
    gloss = np.full(between.shape[:2], 0.5)
    colours[:] = paint
    colours[:, [0, 9]] *= 0.8  # grime on the sills
    for number, (*_, part) in enumerate(shape.sections[:-1]):
        strips = {"windscreen": [2, 4, 5, 7], "rear": [4, 5], "door": [2, 7]}.get(part, [])
        colours[number, strips] = GLASS
        gloss[number, strips] = 1
        if part == "windscreen" and shade:
            colours[number, [4, 5]] = 0.45
        if part == "bed":
            colours[number, [4, 5]], gloss[number, [4, 5]] = PLASTIC, 0
    caps = np.stack(
        [ring[[k, k + 1, 9 - k, 10 - k]] for ring in (rings[0], rings[-1]) for k in range(5)]
    )
    faces = np.concatenate([between.reshape(-1, 4, 3), caps])
    shades = np.concatenate([colours.reshape(-1, 3), np.tile(paint * 0.85, (10, 1))])
    shine = np.concatenate([gloss.ravel(), np.full(10, 0.4)])
    return solid(faces, shades, shine, (0.0, 0.0, 0.4 * height))


def _wheels(length: float, width: float, rims: float) -> list[Mesh]:
    wheels = []
    for side in (-1.0, 1.0):
        for along in (0.31, -0.30):
            x, y = side * width * 0.505, along * length
            wheels.append(disc((x, y, 0.33), 0.37, TYRE, side))
            wheels.append(disc((x * 1.01, y, 0.31), 0.20, (rims, rims, rims), side))
    return wheels


def _details(
    shape: Shape, length: float, width: float, height: float, paint: Float[np.ndarray, "3"]
) -> Mesh:
    """Make lamps, number plates and mirrors."""
    half, rear = width / 2, height * (0.60 if shape.height > 1.6 else 0.56)
    panes: list[list[tuple[float, float, float]]] = []
    colours: list[Colour] = []

    def pane(x: float, wide: float, y: float, low: float, high: float, colour: Colour) -> None:
        panes.append(
            [(x - wide, y, low), (x + wide, y, low), (x + wide, y, high), (x - wide, y, high)]
        )
        colours.append(colour)

    for side in (-1, 1):
        nose, tail = length * 0.492, -length * 0.498
        pane(side * half * 0.62, half * 0.22, nose, height * 0.36, height * 0.47, (0.6, 0.6, 0.58))
        pane(side * half * 0.68, half * 0.15, tail, height * 0.38, rear, (0.32, 0.01, 0.01))
        mirror = side * (half + 0.06)
        y = length * 0.19
        panes.append([(mirror - 0.09, y, 0.95), (mirror + 0.09, y, 0.95),
                      (mirror + 0.09, y, 1.08), (mirror - 0.09, y, 1.08)])  # fmt: skip
        colours.append((float(paint[0]), float(paint[1]), float(paint[2])))
    pane(0, half * 0.40, length * 0.501, height * 0.25, height * 0.40, PLASTIC)  # the grille
    for y in (length * 0.504, -length * 0.504):
        pane(0, 0.21, y, height * 0.30, height * 0.37, (0.45, 0.45, 0.45))
    return solid(np.array(panes), colours, 0.4, (0.0, 0.0, 0.5))
