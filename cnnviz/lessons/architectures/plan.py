"""Results of lesson 5: architectures."""

from cnnviz.lessons.entry import Entry
from cnnviz.lessons.shared.trainings import digits
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

SMALL = {"lenet5": [3, 32, 32], "simple_cnn": [1, 28, 28], "chollet_convnet": [3, 150, 150]}
IMAGENET = {
    name: [3, 224, 224]
    for name in ("alexnet", "vgg16", "resnet18", "mobilenet_v3_small", "efficientnet_lite0")
}


def network_layers(profile: Profile) -> Step:
    """Give every layer of the three small networks."""
    return Step("cnnviz.lessons.architectures.experiments:layers", {"networks": SMALL})


def network_stages(profile: Profile) -> Step:
    """Give the stages of all networks, where their parameters lie, and how far they see."""
    return Step("cnnviz.lessons.architectures.experiments:stages", {"networks": SMALL | IMAGENET})


def lenet5_fields(profile: Profile) -> Step:
    """Give the receptive fields of LeNet-5's layers, and a digit to lay them on."""
    arguments = {"data": digits(profile), "network": "lenet5", "image_shape": SMALL["lenet5"]}
    return Step("cnnviz.lessons.architectures.experiments:fields", arguments)


def accuracy_chart(profile: Profile) -> Step:
    """Give the published accuracy, operations and parameters of torchvision's networks."""
    return Step("cnnviz.lessons.architectures.imagenet_accuracy:published", {})


RESULTS: tuple[Entry, ...] = (network_layers, network_stages, lenet5_fields, accuracy_chart)
FIGURES: dict[str, Entry] = {
    "parameter_share": network_stages,
    "network_shapes": network_stages,
    "lenet5_fields": lenet5_fields,
    "receptive_fields": network_stages,
    "accuracy_chart": accuracy_chart,
    "cover_architectures": network_stages,
}
TABLES: dict[str, Entry] = {
    **{f"{name}_layers": network_layers for name in SMALL},
    **{f"{name}_stages": network_stages for name in IMAGENET},
    "accuracy_chart": accuracy_chart,
}
CLAIMS: dict[str, Entry] = {
    "lenet5_is_cabrals": network_layers,
    "simple_cnn_is_martins": network_layers,
    "chollet_convnet_is_chollets": network_layers,
    "classifier_holds_parameters": network_stages,
    "extractor_computes": network_stages,
    "maps_shrink_as_channels_grow": network_stages,
    "residual_network_sees_beyond_the_image": network_stages,
    "deeper_beats_vgg16_for_less": accuracy_chart,
    "mobilenet_beats_alexnet_for_less": accuracy_chart,
}
