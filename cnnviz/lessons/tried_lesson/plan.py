"""Results of tried-lesson: a public function is a result, and gives the step that makes it."""

from cnnviz.lessons.shared.trainings import digits
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

experiments = later("cnnviz.lessons.tried_lesson.experiments")


def ink(profile: Profile) -> Step:
    """How much ink each digit needs, over the training images."""
    return experiments.ink(data=digits(profile))
