"""What tried-lesson measures, and how: an experiment has the name of its result."""

from cnnviz.lessons.tried_lesson.results import Ink
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.results import Images


def ink(data: Images) -> Ink:
    """Measure how bright the images of each digit are on average."""
    images, labels = tensors(data, "train")
    brightness = images.mean(dim=(1, 2, 3))
    return {str(digit): summary(brightness[labels == digit].tolist()) for digit in range(10)}
