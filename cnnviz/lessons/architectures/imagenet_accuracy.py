"""What torchvision says of its networks: accuracy on ImageNet, operations, parameters."""

import re

from cnnviz.lessons.architectures.results import Chart, Published

# Transformers have another course.
NO_CNN = ("vit_", "swin_", "maxvit_")
WEIGHTS = "IMAGENET1K_V1"
# How the papers write what torchvision writes in lower case, first match first.
SPELLINGS = (
    (r"alexnet", "AlexNet"),
    (r"convnext_(\w+)", lambda m: f"ConvNeXt-{m[1].capitalize()}"),
    (r"densenet(\d+)", r"DenseNet-\1"),
    (r"efficientnet_v2_(\w)", lambda m: f"EfficientNetV2-{m[1].upper()}"),
    (r"efficientnet_b(\d)", r"EfficientNet-B\1"),
    (r"googlenet", "GoogLeNet"),
    (r"inception_v3", "Inception-v3"),
    (r"mnasnet(\d)_(\d+)", r"MNASNet \1.\2"),
    (r"mobilenet_v2", "MobileNetV2"),
    (r"mobilenet_v3_(\w+)", lambda m: f"MobileNetV3-{m[1].capitalize()}"),
    (r"regnet_(\w)_(\w+)", lambda m: f"RegNet{m[1].upper()}-{m[2].replace('_', '.').upper()}"),
    (r"wide_resnet(\d+)_2", r"Wide ResNet-\1-2"),
    (r"resnext(\d+)_(\w+)", lambda m: f"ResNeXt-{m[1]} {m[2].replace('x', '×')}"),
    (r"resnet(\d+)", r"ResNet-\1"),
    (r"shufflenet_v2_x(\d)_(\d)", r"ShuffleNetV2 ×\1.\2"),
    (r"squeezenet(\d)_(\d)", r"SqueezeNet \1.\2"),
    (r"vgg(\d+)_bn", r"VGG-\1 BN"),
    (r"vgg(\d+)", r"VGG-\1"),
)


def accuracy_chart() -> Chart:
    """Give every convolutional network of torchvision with its first ImageNet weights.

    `networks` are in the order of their `operations`, billions of multiply-adds for one image;
    `top1` is in percent of ImageNet's validation images. `named` has the same numbers by
    torchvision's names, with shares of 1. Nothing is fetched: torchvision carries the numbers.
    """
    # Here, because torchvision takes as long to import as torch and few steps need it.
    from torchvision import models

    rows: list[Published] = []
    named: dict[str, dict[str, float]] = {}
    for name in models.list_models(module=models):
        weights = models.get_model_weights(name).__members__.get(WEIGHTS)
        if weights is None or name.startswith(NO_CNN):
            continue
        cost, size = weights.meta["_ops"], weights.meta["num_params"]
        reached = weights.meta["_metrics"]["ImageNet-1K"]
        top1, top5 = reached["acc@1"], reached["acc@5"]
        rows.append(Published(name=spelt(name), operations=cost, parameters=size, top1=top1))
        named[name] = {"operations": cost, "parameters": size, "top1": top1 / 100}
        named[name] |= {"top5_error": 1 - top5 / 100}
    rows.sort(key=lambda row: row["operations"])
    return {"networks": rows, "named": named, "count": len(rows), "weights": WEIGHTS}


def spelt(name: str) -> str:
    """Write a network's name as its paper does; ValueError where it is not known here."""
    for pattern, paper in SPELLINGS:
        if re.fullmatch(pattern, name):
            return re.sub(pattern, paper, name)
    raise ValueError(f"how does its paper write {name!r}? Add it to SPELLINGS")
