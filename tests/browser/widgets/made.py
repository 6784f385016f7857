"""What the widgets are given to show, made here, and how a reader's choices are made."""

import re

import numpy as np

NUMBERS = {"shift-slider": "digits.json", "accuracy-chart": "networks.json"}
NAMES = ("sliding-filter", "output-size", "receptive-field", *NUMBERS)
AMOUNTS = list(range(-8, 9))
NETWORKS = [  # as torchvision's weights tell it
    ("AlexNet", 0.714, 61100840, 56.522),
    ("VGG16", 15.47, 138357544, 71.592),
    ("GoogLeNet", 1.498, 6624904, 69.778),
    ("ResNet-18", 1.814, 11689512, 69.758),
    ("ResNet-50", 4.089, 25557032, 76.13),
    ("ResNet-152", 11.514, 60192808, 78.312),
    ("MobileNetV2", 0.301, 3504872, 71.878),
    ("MobileNetV3 Large", 0.217, 5483032, 74.042),
    ("DenseNet-121", 2.834, 7978856, 74.434),
    ("EfficientNet-B0", 0.386, 5288548, 77.692),
    ("EfficientNet-B7", 37.746, 66347960, 84.122),
    ("ConvNeXt Large", 34.361, 197767336, 84.414),
]


def digits():
    """Make two drawings, and answers that depend on the network, the shift and the class."""
    random = np.random.default_rng(0)
    made = []
    for label in (3, 7):
        image = np.zeros((28, 28))
        image[8:20, 10 + label : 13 + label] = random.uniform(0.2, 1, (12, 3)).round(2)
        answers = {
            name: random.dirichlet(np.ones(10), len(AMOUNTS)).round(4).tolist()
            for name in ("lenet5", "mlp")
        }
        made.append(
            {"image": image.tolist(), "label": label, "amounts": AMOUNTS, "networks": answers}
        )
    return made


DIGITS = digits()


def numbers_in(text):
    return [float(one.replace("−", "-")) for one in re.findall(r"[−-]?\d+(?:\.\d+)?", text)]


def choose(page, group, option):
    page.get_by_role("group", name=group, exact=True).get_by_label(option, exact=True).check()
