"""Claims of lesson 5: what the networks are counted to have is what their sources print."""

from cnnviz.lessons.architectures.results import Chart, Layers, NetworkLayers, NetworkStages, maps
from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict

# The tables that the sources print, layer by layer; docs/quoted.toml has them for readers.
CABRAL = {"conv1": 608, "conv2": 3_216, "dense1": 48_120, "dense2": 10_164, "scores": 850}
CHOLLET = {"conv1": 896, "conv2": 18_496, "conv3": 73_856, "conv4": 147_584}
CHOLLET |= {"dense1": 3_211_776, "scores": 513}
CHOLLET_SIDES = [148, 74, 72, 36, 34, 17, 15, 7]
MARTINS = 1_853_034
LOADED = ("lenet5", "simple_cnn", "chollet_convnet", "alexnet", "vgg16")
FIELDS = ("lenet5", "chollet_convnet", "alexnet", "vgg16", "resnet18", "efficientnet_lite0")


def lenet5_is_cabrals(network_layers: NetworkLayers) -> Verdict:
    """LeNet-5 has, layer by layer, the parameters of Cabral's table."""
    return _printed(network_layers["lenet5"], CABRAL)


def simple_cnn_is_martins(network_layers: NetworkLayers) -> Verdict:
    """SimpleCNN has as many parameters as Martins' notes print."""
    counted = network_layers["simple_cnn"]["total"]["parameters"]
    return verdict(counted == MARTINS, "whole", counted=float(counted), source=float(MARTINS))


def chollet_convnet_is_chollets(network_layers: NetworkLayers) -> Verdict:
    """Chollet's convnet has the parameters and the sides of maps of his table."""
    network = network_layers["chollet_convnet"]
    sides = [row["shape"][1] for row in network["layers"] if len(row["shape"]) == 3]
    return _printed(network, CHOLLET, sides == CHOLLET_SIDES)


def classifier_holds_parameters(network_stages: NetworkStages) -> Verdict:
    """In networks that flatten into large dense layers, these have over 85 % of the parameters."""
    shares = {name: network_stages[name]["shares"]["classifier"]["parameters"] for name in LOADED}
    return verdict(min(shares.values()) > 0.85, "percent", **shares)


def extractor_computes(network_stages: NetworkStages) -> Verdict:
    """In every network the feature extractor does over 80 % of the multiply-adds."""
    shares = {
        name: network["shares"]["extractor"]["multiply_adds"]
        for name, network in network_stages.items()
    }
    return verdict(min(shares.values()) > 0.8, "percent", **shares)


def maps_shrink_as_channels_grow(network_stages: NetworkStages) -> Verdict:
    """From stage to stage maps get smaller and channels never fewer; SimpleCNN is no such one."""
    shrunk, holds = {}, True
    for name, network in network_stages.items():
        if name != "simple_cnn":
            channels, sides, _ = map(list, zip(*maps(network), strict=True))
            holds &= sides == sorted(set(sides), reverse=True) and channels == sorted(channels)
            shrunk[name] = sides[-1] / sides[0]
    return verdict(holds, "percent", **shrunk)


def residual_network_sees_beyond_the_image(network_stages: NetworkStages) -> Verdict:
    """The last unit of ResNet-18 sees more than the image is wide; LeNet-5's sees half of it."""
    last = {
        name: (network_stages[name]["fields"][-1] or 0) / network_stages[name]["image"][1]
        for name in FIELDS
    }
    holds = last["resnet18"] > 1 > last["vgg16"] and last["lenet5"] == 0.5
    return verdict(holds, "percent", **last)


def deeper_beats_vgg16_for_less(accuracy_chart: Chart) -> Verdict:
    """ResNet-34 answers better than VGG-16 with less than a quarter of its operations."""
    return _cheaper(accuracy_chart, "resnet34", "vgg16", share=1 / 4, ahead=0)


def mobilenet_beats_alexnet_for_less(accuracy_chart: Chart) -> Verdict:
    """MobileNetV3-Small is 10 points ahead of AlexNet with less than a tenth of its operations."""
    return _cheaper(accuracy_chart, "mobilenet_v3_small", "alexnet", share=1 / 10, ahead=0.1)


def _printed(network: Layers, source: dict[str, int], alike: bool = True) -> Verdict:
    parameters = {row["name"]: row["parameters"] for row in network["layers"] if row["parameters"]}
    counted, printed = float(network["total"]["parameters"]), float(sum(source.values()))
    return verdict(alike and parameters == source, "whole", counted=counted, source=printed)


def _cheaper(chart: Chart, small: str, large: str, *, share: float, ahead: float) -> Verdict:
    one, other = chart["named"][small], chart["named"][large]
    return verdict(
        one["operations"] < share * other["operations"] and one["top1"] > other["top1"] + ahead,
        small_operations=(one["operations"], "decimal"),
        large_operations=(other["operations"], "decimal"),
        small_top1=(one["top1"], "percent"),
        large_top1=(other["top1"], "percent"),
    )
