"""Claims of lesson 5: what the networks are counted to have is what their sources print."""

from typing import Any

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict

# The tables that the sources print, layer by layer; docs/quoted.toml has them for readers.
CABRAL = {"conv1": 608, "conv2": 3_216, "dense1": 48_120, "dense2": 10_164, "scores": 850}
CHOLLET = {
    "conv1": 896,
    "conv2": 18_496,
    "conv3": 73_856,
    "conv4": 147_584,
    "dense1": 3_211_776,
    "scores": 513,
}
CHOLLET_SIDES = [148, 74, 72, 36, 34, 17, 15, 7]
MARTINS = 1_853_034
LOADED = ("lenet5", "simple_cnn", "chollet_convnet", "alexnet", "vgg16")
WHOLE = "whole"


def lenet5_is_cabrals(network_layers: dict[str, Any]) -> Verdict:
    """LeNet-5 has, layer by layer, the parameters of Cabral's table."""
    return _printed(network_layers["lenet5"], CABRAL)


def simple_cnn_is_martins(network_layers: dict[str, Any]) -> Verdict:
    """SimpleCNN has as many parameters as Martins' notes print."""
    counted = network_layers["simple_cnn"]["total"]["parameters"]
    return verdict(
        counted == MARTINS, counted=(float(counted), WHOLE), source=(float(MARTINS), WHOLE)
    )


def chollet_convnet_is_chollets(network_layers: dict[str, Any]) -> Verdict:
    """Chollet's convnet has the parameters and the sides of maps of his table."""
    rows = network_layers["chollet_convnet"]["layers"]
    sides = [row["shape"][1] for row in rows if len(row["shape"]) == 3]
    same = _printed(network_layers["chollet_convnet"], CHOLLET)
    return same | {"holds": same["holds"] and sides == CHOLLET_SIDES}


def classifier_holds_parameters(network_stages: dict[str, Any]) -> Verdict:
    """In networks that flatten into large dense layers, these have over 85 % of the parameters."""
    shares = {name: network_stages[name]["shares"]["classifier"]["parameters"] for name in LOADED}
    return verdict(
        min(shares.values()) > 0.85, **{name: (share, "percent") for name, share in shares.items()}
    )


def extractor_computes(network_stages: dict[str, Any]) -> Verdict:
    """In every network the feature extractor does over 80 % of the multiply-adds."""
    shares = {
        name: row["shares"]["extractor"]["multiply_adds"] for name, row in network_stages.items()
    }
    return verdict(
        min(shares.values()) > 0.8, **{name: (share, "percent") for name, share in shares.items()}
    )


def maps_shrink_as_channels_grow(network_stages: dict[str, Any]) -> Verdict:
    """From stage to stage maps get smaller and channels never fewer; SimpleCNN is no such one."""
    kept = {name: row for name, row in network_stages.items() if name != "simple_cnn"}
    numbers, holds = {}, True
    for name, row in kept.items():
        shapes = [stage["shape"] for stage in row["stages"] if len(stage["shape"]) == 3]
        sides, channels = [s[1] for s in shapes], [s[0] for s in shapes]
        holds &= sides == sorted(set(sides), reverse=True) and channels == sorted(channels)
        numbers[name] = (sides[-1] / sides[0], "percent")
    return verdict(holds, **numbers)


def residual_network_sees_beyond_the_image(network_stages: dict[str, Any]) -> Verdict:
    """The last unit of ResNet-18 sees more than the image is wide; LeNet-5's sees half of it."""
    last = {
        name: network_stages[name]["fields"][-1] / network_stages[name]["image"][1]
        for name in FIELDS
    }
    return verdict(
        last["resnet18"] > 1 > last["vgg16"] and last["lenet5"] == 0.5,
        **{name: (share, "percent") for name, share in last.items()},
    )


def deeper_beats_vgg16_for_less(accuracy_chart: dict[str, Any]) -> Verdict:
    """ResNet-34 answers better than VGG-16 with less than a quarter of its operations."""
    return _cheaper(accuracy_chart, "resnet34", "vgg16", share=1 / 4, ahead=0)


def mobilenet_beats_alexnet_for_less(accuracy_chart: dict[str, Any]) -> Verdict:
    """MobileNetV3-Small is 10 points ahead of AlexNet with less than a tenth of its operations."""
    return _cheaper(accuracy_chart, "mobilenet_v3_small", "alexnet", share=1 / 10, ahead=0.1)


FIELDS = ("lenet5", "chollet_convnet", "alexnet", "vgg16", "resnet18", "efficientnet_lite0")


def _printed(network: dict[str, Any], source: dict[str, int]) -> Verdict:
    counted = {row["name"]: row["parameters"] for row in network["layers"] if row["parameters"]}
    return verdict(
        counted == source,
        counted=(float(network["total"]["parameters"]), WHOLE),
        source=(float(sum(source.values())), WHOLE),
    )


def _cheaper(
    result: dict[str, Any], small: str, large: str, *, share: float, ahead: float
) -> Verdict:
    one, other = result["named"][small], result["named"][large]
    return verdict(
        one["operations"] < share * other["operations"] and one["top1"] > other["top1"] + ahead,
        small_operations=(one["operations"], "decimal"),
        large_operations=(other["operations"], "decimal"),
        small_top1=(one["top1"], "percent"),
        large_top1=(other["top1"], "percent"),
    )
