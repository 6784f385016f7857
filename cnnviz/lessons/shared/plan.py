"""Results that several lessons show."""

from cnnviz.lessons.shared.trainings import digits, trainings
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

moved = later("cnnviz.lessons.shared.moved")

FARTHEST = 8  # pixels
SHIFTS = list(range(-FARTHEST, FARTHEST + 1))
TURNS = [-90, -60, -45, -30, -15, 0, 15, 30, 45, 60, 90]  # degrees, counterclockwise
SCALES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]


def moved_accuracy(profile: Profile) -> Step:
    """The accuracy of both networks on digits that are shifted, turned or scaled."""
    amounts = {"right": SHIFTS, "down": SHIFTS[::2], "turn": TURNS, "scale": SCALES}
    return moved.moved_accuracy(data=digits(profile), runs=trainings(profile, 1), amounts=amounts)
