"""Results of lesson 5: architectures."""

from cnnviz.lessons.shared.networks import network
from cnnviz.lessons.shared.trainings import digits
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

experiments = later("cnnviz.lessons.architectures.experiments")
imagenet_accuracy = later("cnnviz.lessons.architectures.imagenet_accuracy")

SMALL = {"lenet5": [3, 32, 32], "simple_cnn": [1, 28, 28], "chollet_convnet": [3, 150, 150]}
IMAGENET = {
    name: [3, 224, 224]
    for name in ("alexnet", "vgg16", "resnet18", "mobilenet_v3_small", "efficientnet_lite0")
}


def network_layers(profile: Profile) -> Step:
    """Give every layer of the three small networks."""
    return experiments.network_layers(networks=_named(SMALL))


def network_stages(profile: Profile) -> Step:
    """Give the stages of all networks, where their parameters lie, and how far they see."""
    return experiments.network_stages(networks=_named(SMALL | IMAGENET))


def lenet5_fields(profile: Profile) -> Step:
    """Give the receptive fields of LeNet-5's layers, and a digit to lay them on."""
    lenet5 = network("lenet5")
    return experiments.lenet5_fields(data=digits(profile), network=lenet5, shape=SMALL[lenet5])


def accuracy_chart(profile: Profile) -> Step:
    """Give the published accuracy, operations and parameters of torchvision's networks."""
    return imagenet_accuracy.accuracy_chart()


def _named(shapes: dict[str, list[int]]) -> dict[str, list[int]]:
    return {network(name): shape for name, shape in shapes.items()}
