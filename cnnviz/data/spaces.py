"""Parking spaces as cut from frames, with what a fair split must know about each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from jaxtyping import Int, UInt8

from cnnviz.choice import UnknownName

CLASSES = ("empty", "occupied")
Chosen = Int[np.ndarray, " chosen"]


@dataclass(frozen=True)
class Spaces:
    """Patches of single parking spaces, and when and by which camera each was seen."""

    images: UInt8[np.ndarray, "image channel height width"]
    occupied: UInt8[np.ndarray, " image"]  # 1 where a car stands there
    camera: tuple[str, ...]
    weather: tuple[str, ...]  # Sunny, Cloudy or Rainy
    date: tuple[str, ...]  # YYYY-MM-DD
    time: tuple[str, ...]  # HH:MM:SS
    space: tuple[int, ...]  # the space's number on that camera
    file: tuple[str, ...]

    def __post_init__(self) -> None:
        counts = {field.name: len(getattr(self, field.name)) for field in fields(self)}
        if len(set(counts.values())) > 1:
            raise ValueError(f"every image needs one entry of each kind, but there came {counts}")

    def __len__(self) -> int:
        return len(self.images)

    @property
    def frame(self) -> tuple[tuple[str, str, str], ...]:
        """The frame that each image was cut from: camera, date and time."""
        return tuple(zip(self.camera, self.date, self.time, strict=True))

    def subset(self, chosen: Chosen) -> "Spaces":
        """Give the images at these places, in this order."""

        def some(values: Sequence) -> tuple:
            return tuple(values[place] for place in chosen)

        return Spaces(
            images=self.images[chosen],
            occupied=self.occupied[chosen],
            camera=some(self.camera),
            weather=some(self.weather),
            date=some(self.date),
            time=some(self.time),
            space=some(self.space),
            file=some(self.file),
        )


def split_by_day(spaces: Spaces, test_share: float, seed: int) -> tuple[Spaces, Spaces]:
    """Give the images for training and those of other days for the test.

    A date goes to one side as a whole, with all its cameras, weathers and frames: the same
    parked car recurs from frame to frame, and a split of shuffled patches would test what
    was learnt by heart (Almeida et al. 2015). The seed shuffles the dates. They
    are taken for the test until it has its share of the images, as nearly as whole dates allow,
    and each side keeps at least one.
    """
    if not 0 < test_share < 1:
        raise ValueError(f"test_share is a share of the images between 0 and 1, not {test_share}")
    sizes = Counter(spaces.date)
    if len(sizes) < 2:
        there = ", ".join(sizes) or "none"
        raise ValueError(
            f"a split by day needs images of two dates or more; there are: {there}. "
            "Add a day, or raise the limit."
        )

    order = np.random.default_rng(seed).permutation(sorted(sizes)).tolist()
    wanted = test_share * len(spaces)
    held_out = {order[0]}
    taken = sizes[order[0]]
    for date in order[1:-1]:
        if abs(taken + sizes[date] - wanted) < abs(taken - wanted):
            held_out.add(date)
            taken += sizes[date]
    test = np.array([date in held_out for date in spaces.date])
    return spaces.subset(np.flatnonzero(~test)), spaces.subset(np.flatnonzero(test))


def split_by_camera(spaces: Spaces, test_camera: str) -> tuple[Spaces, Spaces]:
    """Give the images for training and those of one camera, which training never saw.

    Dates of the test camera are left out of training: on one day, the same cars may stand in
    the view of two cameras (Almeida et al. 2015 train on one and test on the others).
    """
    if test_camera not in spaces.camera:
        raise UnknownName("camera", test_camera, set(spaces.camera))
    dates = {
        date
        for date, camera in zip(spaces.date, spaces.camera, strict=True)
        if camera == test_camera
    }
    train = np.array([date not in dates for date in spaces.date])
    if not train.any():
        raise ValueError(
            f"every image is of the camera {test_camera!r} or of one of its dates: none is left "
            "to train on. Add another camera's days, or split by day."
        )
    test = np.array([camera == test_camera for camera in spaces.camera])
    return spaces.subset(np.flatnonzero(train)), spaces.subset(np.flatnonzero(test))
