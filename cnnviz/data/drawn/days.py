"""The days of the drawn car park: the weather, the sun's way, and who parks where and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import cos, pi, radians, sin

import numpy as np
from jaxtyping import Float

from cnnviz.data.drawn.cameras import CAMERAS, Row
from cnnviz.data.drawn.cars import car
from cnnviz.data.drawn.mesh import Mesh
from cnnviz.data.drawn.things import thing

DAYS = 12  # of each camera; each camera has dates of its own
FIRST, LAST = 7.0, 18.2  # hours
WEATHERS = ("Sunny",) * 6 + ("Cloudy",) * 3 + ("Rainy",) * 3
THINGS = 0.18  # share of the empty spaces where something else stands

Rgb = Float[np.ndarray, "3"]


@dataclass(frozen=True)
class Light:
    """The light of one frame."""

    weather: str
    towards: Float[np.ndarray, "3"]  # the unit vector to the sun
    sun: Rgb
    sky: Rgb
    wet: float  # 0 dry, 1 streaming
    exposure: float


def day_date(camera: int, day: int) -> str:
    """Give the date of a camera's day; no two cameras share one."""
    return str(date(2024, 3, 4) + timedelta(days=60 * camera + 4 * day + (day * day) % 3))


def frame_hour(seed: int, camera: int, day: int, frame: int) -> float:
    """Spread the frames of a day over its hours, each new one in the largest gap.

    The gaps are halved in turn (van der Corput 1935), from another first hour on each day.
    """
    share, step = np.random.default_rng([seed, camera, day, 11]).random(), 0.5
    number = frame
    while number:
        share += step * (number & 1)
        number, step = number >> 1, step / 2
    return FIRST + share % 1 * (LAST - FIRST)


def light(seed: int, camera: int, day: int, hour: float) -> Light:
    """Say what the weather and the sun are like; the weather may change once a day."""
    weathers = np.random.default_rng([seed, camera, 2]).permutation(WEATHERS)
    generator = np.random.default_rng([seed, camera, day, 3])
    changes = generator.uniform(11, 16) if generator.random() < 0.2 else 24.0
    weather = str(weathers[day] if hour < changes else weathers[(day + 5) % DAYS])
    strength = generator.uniform(0.75, 1.15)
    season = generator.uniform(34, 62)  # degrees of the sun's height at noon

    share = (hour - 6.0) / 13.0
    height = radians(max(6.0, season * sin(pi * share)))
    bearing = radians(CAMERAS[camera].south + 180 * (share - 0.5))
    towards = np.array([sin(bearing) * cos(height), -cos(bearing) * cos(height), sin(height)])
    low = 1 - sin(height)  # red and weak near the horizon
    warm = np.array([1.0, 0.96 - 0.13 * low**2, 0.88 - 0.33 * low**2])
    moment = np.random.default_rng([seed, camera, day, round(hour * 3600)])
    exposure = strength * moment.normal(1, 0.07)
    if weather == "Sunny":
        return Light(weather, towards, 1.45 * warm, np.array([0.22, 0.27, 0.34]), 0.0, exposure)
    dim = 0.55 + 0.45 * sin(pi * share)
    if weather == "Cloudy":
        veiled = 0.12 * generator.random() * warm
        return Light(weather, towards, veiled, np.array([0.74, 0.78, 0.82]) * dim, 0.0, exposure)
    grey = np.array([0.52, 0.56, 0.60]) * dim
    return Light(weather, towards, 0 * warm, grey, generator.uniform(0.5, 1), exposure)


@dataclass(frozen=True)
class Standing:
    """Something that stands on a space, in the world."""

    mesh: Mesh
    middle: Float[np.ndarray, "2"]
    space: int
    car: bool


def standing(
    seed: int, camera: int, day: int, hour: float, space: int, reach: int = 2
) -> list[Standing]:
    """Say what stands on a space and on those around it, as far as its patch can show."""
    there = []
    for near in _near(camera, space, reach):
        changes = np.random.default_rng([seed, camera, day, near, 4]).uniform(FIRST, LAST, 2)
        period = int((changes < hour).sum())
        there.append(_occupant(seed, camera, day, near, period))
    return [occupant for occupant in there if occupant is not None]


def _near(camera: int, space: int, reach: int) -> Iterator[int]:
    view = CAMERAS[camera]
    row, place = view.place(space)
    middle = row.middle(place)
    for other in range(view.spaces):
        beside, at = view.place(other)
        distance = beside.middle(at) - middle
        if abs(distance[0]) < (reach + 0.5) * row.pitch and abs(distance[1]) < 6:
            yield other


@lru_cache(maxsize=512)
def _occupant(seed: int, camera: int, day: int, space: int, period: int) -> Standing | None:
    row, place = CAMERAS[camera].place(space)
    generator = np.random.default_rng([seed, camera, day, space, period, 5])
    crowd = np.random.default_rng([seed, camera, day, 6]).uniform(0.35, 0.7)
    if generator.random() < crowd:
        return _parked(generator, row, place, space)
    if generator.random() < THINGS:
        at = row.middle(place) + generator.normal(0, [0.35, 1.1])
        mesh = thing(generator).placed(at[0], at[1], generator.uniform(0, 360))
        return Standing(mesh, at, space, car=False)
    return None


def _parked(generator: np.random.Generator, row: Row, place: int, space: int) -> Standing:
    """Park a car a little beside the middle and a little askew, nose first or tail first."""
    careless = 2.6 if generator.random() < 0.1 else 1.0
    across, along = generator.normal(0, [0.13, 0.22]) * careless
    middle = row.middle(place) + row.inward * along + [across, 0]
    nose = (
        row.angle
        - 90
        + generator.normal(0, 2.2) * careless
        + (180 if generator.random() < 0.3 else 0)
    )
    return Standing(car(generator).placed(middle[0], middle[1], nose), middle, space, car=True)
