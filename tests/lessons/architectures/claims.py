"""Cases for the claims of lesson 5."""

from cnnviz.lessons.architectures.claims import CABRAL, CHOLLET, CHOLLET_SIDES, FIELDS, LOADED

EIGHT = (*LOADED, "resnet18", "mobilenet_v3_small", "efficientnet_lite0")


def counted(name, parameters, sides=()):
    """Give a network's layers with these parameters, and maps of these sides."""
    layers = [
        {"name": layer, "shape": [1], "parameters": count} for layer, count in parameters.items()
    ]
    layers += [{"name": "", "shape": [8, side, side], "parameters": 0} for side in sides]
    return {name: {"layers": layers, "total": {"parameters": sum(parameters.values())}}}


def shares(part, what, common, **others):
    """Give what share a part of each of the eight networks has."""
    values = dict.fromkeys(EIGHT, common) | others
    return {name: {"shares": {part: {what: share}}} for name, share in values.items()}


def shapes(lenet5, others=((8, 4), (16, 2))):
    """Give the (channels, side) of each network's stages."""
    given = dict.fromkeys(EIGHT, others) | {"lenet5": lenet5, "simple_cnn": ((1, 1), (1, 9))}
    return {
        name: {"stages": [{"shape": [c, s, s]} for c, s in stages] + [{"shape": [10]}]}
        for name, stages in given.items()
    }


def fields(**last):
    """Give the last receptive fields of the networks, in an image of 100 px."""
    given = dict.fromkeys(FIELDS, 90) | {"resnet18": 190, "lenet5": 50} | last
    return {name: {"image": [3, 100, 100], "fields": [1, size]} for name, size in given.items()}


def published(**networks):
    """Give operations and top-1 accuracy of some networks."""
    rows = {name: {"operations": cost, "top1": share} for name, (cost, share) in networks.items()}
    return {"named": rows}


# For each claim a result that it is true of, and results that it is not true of.
CASES = {
    "lenet5_is_cabrals": (
        counted("lenet5", CABRAL),
        [
            counted("lenet5", CABRAL | {"conv2": 1_168}),  # the 3×3 kernel of the text
            counted("lenet5", CABRAL | {"conv1": 3_216, "conv2": 608}),  # the same total
        ],
    ),
    "simple_cnn_is_martins": (
        counted("simple_cnn", {"all": 1_853_034}),
        [counted("simple_cnn", {"all": 1_853_033})],
    ),
    "chollet_convnet_is_chollets": (
        counted("chollet_convnet", CHOLLET, CHOLLET_SIDES),
        [
            counted("chollet_convnet", CHOLLET, [150, *CHOLLET_SIDES[1:]]),
            counted("chollet_convnet", CHOLLET | {"scores": 1_026}, CHOLLET_SIDES),
        ],
    ),
    "classifier_holds_parameters": (
        shares("classifier", "parameters", 0.9, resnet18=0.04),
        [shares("classifier", "parameters", 0.9, vgg16=0.8)],
    ),
    "extractor_computes": (
        shares("extractor", "multiply_adds", 0.9),
        [shares("extractor", "multiply_adds", 0.9, simple_cnn=0.79)],
    ),
    "maps_shrink_as_channels_grow": (
        shapes(lenet5=((8, 28), (8, 14), (16, 10))),
        [
            shapes(lenet5=((8, 28), (8, 28), (16, 10))),
            shapes(lenet5=((8, 28), (16, 14), (8, 10))),
        ],
    ),
    "residual_network_sees_beyond_the_image": (
        fields(),
        [fields(resnet18=99), fields(vgg16=101), fields(lenet5=49)],
    ),
    "deeper_beats_vgg16_for_less": (
        published(resnet34=(3.6, 0.73), vgg16=(15.5, 0.72)),
        [
            published(resnet34=(4.0, 0.73), vgg16=(15.5, 0.72)),
            published(resnet34=(3.6, 0.71), vgg16=(15.5, 0.72)),
        ],
    ),
    "mobilenet_beats_alexnet_for_less": (
        published(mobilenet_v3_small=(0.05, 0.67), alexnet=(0.7, 0.56)),
        [
            published(mobilenet_v3_small=(0.08, 0.67), alexnet=(0.7, 0.56)),
            published(mobilenet_v3_small=(0.05, 0.65), alexnet=(0.7, 0.56)),
        ],
    ),
}
