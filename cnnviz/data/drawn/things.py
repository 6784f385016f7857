"""What stands on a space without occupying it: motorbikes, trolleys, people, cones, a bin."""

import numpy as np

from cnnviz.data.drawn.mesh import Colour, Mesh, box, cone, disc, joined

DARK: Colour = (0.02, 0.02, 0.02)
STEEL: Colour = (0.35, 0.36, 0.37)
SKIN: Colour = (0.30, 0.18, 0.11)
ORANGE: Colour = (0.65, 0.16, 0.02)
CLOTHES: tuple[Colour, ...] = (
    (0.03, 0.04, 0.09), (0.35, 0.04, 0.04), (0.5, 0.5, 0.48), (0.05, 0.05, 0.05), (0.08, 0.18, 0.3),
)  # fmt: skip


def thing(generator: np.random.Generator) -> Mesh:
    """Draw lots for something that is no car, standing at the origin."""
    kinds = (motorbike, trolley, people, cones, bin_)
    kind = kinds[generator.choice(len(kinds), p=[0.34, 0.18, 0.2, 0.16, 0.12])]
    return kind(generator)


def motorbike(generator: np.random.Generator) -> Mesh:
    """Make a motorbike, 2 m long, along y."""
    tank = CLOTHES[generator.integers(len(CLOTHES))]
    wheels = [
        disc((0.05 * side, y, 0.32), 0.32, DARK, side) for side in (-1, 1) for y in (-0.7, 0.7)
    ]
    parts = [
        box((-0.14, -0.35, 0.35), (0.14, 0.35, 0.70), STEEL),
        box((-0.17, 0.0, 0.70), (0.17, 0.48, 0.95), tank, 0.5),
        box((-0.15, -0.75, 0.72), (0.15, 0.02, 0.86), DARK),
        box((-0.38, 0.50, 1.0), (0.38, 0.57, 1.06), DARK),
        box((-0.08, 0.55, 0.3), (0.08, 0.75, 1.0), STEEL),
    ]
    return joined([*wheels, *parts])


def trolley(generator: np.random.Generator) -> Mesh:
    """Make a shopping trolley, or a few pushed into each other."""
    parts = []
    for number in range(int(generator.integers(1, 4))):
        y = 0.28 * number
        parts += [
            box((-0.26, y - 0.42, 0.45), (0.26, y + 0.36, 0.49), STEEL),
            box((-0.26, y - 0.42, 0.45), (-0.23, y + 0.36, 0.95), STEEL),
            box((0.23, y - 0.42, 0.45), (0.26, y + 0.36, 0.95), STEEL),
            box((-0.26, y - 0.45, 0.95), (0.26, y - 0.41, 1.0), CLOTHES[1]),
            box((-0.22, y - 0.40, 0.10), (0.22, y + 0.34, 0.14), DARK),
        ]
    return joined(parts)


def people(generator: np.random.Generator) -> Mesh:
    """Make one to four people who stand or walk together."""
    parts = []
    for _ in range(int(generator.integers(1, 5))):
        x, y = generator.normal(0, 0.55, 2)
        shirt, trousers = (CLOTHES[k] for k in generator.integers(len(CLOTHES), size=2))
        parts += [
            cone((x, y, 0.0), 0.15, 0.85, trousers, 0.17),
            cone((x, y, 0.85), 0.21, 0.62, shirt, 0.17),
            cone((x, y, 1.50), 0.10, 0.22, SKIN if generator.random() < 0.4 else DARK, 0.09),
        ]
    return joined(parts)


def cones(generator: np.random.Generator) -> Mesh:
    """Make traffic cones that keep the space free."""
    parts = []
    for number in range(int(generator.integers(1, 4))):
        x, y = generator.normal(0, 0.15), 0.9 * number
        parts += [
            box((x - 0.19, y - 0.19, 0.0), (x + 0.19, y + 0.19, 0.04), DARK),
            cone((x, y, 0.04), 0.16, 0.28, ORANGE, 0.11),
            cone((x, y, 0.32), 0.11, 0.14, (0.7, 0.7, 0.7), 0.08),
            cone((x, y, 0.46), 0.08, 0.24, ORANGE, 0.03),
        ]
    return joined(parts)


def bin_(generator: np.random.Generator) -> Mesh:
    """Make a waste container on wheels."""
    green: Colour = (0.02, float(generator.uniform(0.05, 0.14)), 0.05)
    return joined(
        [
            box((-0.62, -0.42, 0.12), (0.62, 0.42, 1.05), green, 0.3),
            box((-0.66, -0.46, 1.05), (0.66, 0.46, 1.16), DARK, 0.3),
        ]
    )
