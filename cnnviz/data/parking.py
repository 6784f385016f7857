"""A drawn stand-in for PKLot: parking spaces seen by three cameras, on days of all weathers."""

import numpy as np

from cnnviz.data.drawn.cameras import CAMERAS
from cnnviz.data.drawn.days import DAYS, day_date, frame_hour
from cnnviz.data.drawn.exposure import exposed
from cnnviz.data.drawn.painting import painted
from cnnviz.data.spaces import Spaces

A_FRAME = 6  # spaces that are cut from each frame
FINER = 2.5  # the drawing has this many times the patch's resolution
Place = tuple[int, int, int, int]  # camera, day, frame, space


def drawn_parking(count: int, seed: int, size: int = 64) -> Spaces:
    """Draw parking spaces, occupied or empty: about half of each.

    Image i is the same whatever the count: the cameras take turns, and so do their days. Each
    frame is one moment of one day, so a car that parks there is seen in other frames too.
    """
    if count < 1 or size < 16:
        raise ValueError(
            f"drawn_parking draws 1 image or more, of 16 pixels or more: "
            f"asked were {count} of {size}"
        )
    places = [_place(seed, image) for image in range(count)]
    images = np.empty((count, 3, size, size), dtype=np.uint8)
    occupied = np.empty(count, dtype=np.uint8)
    weather = [""] * count
    for image in sorted(range(count), key=lambda image: places[image]):  # neighbours share cars
        camera, day, frame, space = places[image]
        hour = frame_hour(seed, camera, day, frame)
        scene, light, occupied[image] = painted(seed, camera, day, hour, space, round(size * FINER))
        generator = np.random.default_rng([seed, *places[image], 9])
        images[image] = exposed(scene, light, size, generator)
        weather[image] = light.weather
    times = [_clock(frame_hour(seed, *place[:3])) for place in places]
    return Spaces(
        images=images,
        occupied=occupied,
        camera=tuple(CAMERAS[camera].name for camera, *_ in places),
        weather=tuple(weather),
        date=tuple(day_date(camera, day) for camera, day, *_ in places),
        time=tuple(times),
        space=tuple(space + 1 for *_, space in places),
        file=tuple(_file(place, time) for place, time in zip(places, times, strict=True)),
    )


def _place(seed: int, image: int) -> Place:
    """Say which space of which frame an image shows."""
    image, camera = divmod(image, len(CAMERAS))
    image, day = divmod(image, DAYS)
    frame, slot = divmod(image, A_FRAME)
    order = np.random.default_rng([seed, camera, day, frame, 10])
    return camera, day, frame, int(order.permutation(CAMERAS[camera].spaces)[slot])


def _clock(hour: float) -> str:
    seconds = round(hour * 3600)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _file(place: Place, time: str) -> str:
    """Name the patch as PKLot names its own: date, time, number of the space."""
    camera, day, _, space = place
    return f"{day_date(camera, day)}_{time.replace(':', '_')}#{space + 1:03d}.jpg"
