"""Small networks with what trips other libraries up, and all that must not change in them."""

from collections import OrderedDict

import torch
from torch import Tensor, nn
from torch.nn import functional


def in_place() -> nn.Module:
    """Convolutions followed by ReLU in place, as in VGG16."""
    return nn.Sequential(
        OrderedDict(
            conv1=nn.Conv2d(3, 6, 3, padding=1),
            relu1=nn.ReLU(inplace=True),
            pool1=nn.MaxPool2d(2),
            conv2=nn.Conv2d(6, 8, 3),
            relu2=nn.ReLU(inplace=True),
            flatten=nn.Flatten(),
            scores=nn.Linear(8 * 6 * 6, 10),
        )
    )


class Residual(nn.Module):
    """One ReLU used twice, batch norm, and a sum in place, as in ResNet."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(8)
        self.conv2 = nn.Conv2d(8, 8, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(8)
        self.relu = nn.ReLU(inplace=True)
        self.scores = nn.Linear(8, 10)

    def forward(self, images: Tensor) -> Tensor:
        first = self.relu(self.bn1(self.conv1(images)))
        second = self.bn2(self.conv2(first))
        second += first
        return self.scores(self.relu(second).mean(dim=(2, 3)))


def relu6() -> nn.Module:
    """Depthwise convolutions and ReLU6, as in MobileNetV2."""
    return nn.Sequential(
        OrderedDict(
            conv1=nn.Conv2d(3, 8, 3, stride=2, padding=1),
            relu1=nn.ReLU6(inplace=True),
            conv2=nn.Conv2d(8, 8, 3, padding=1, groups=8),
            bn2=nn.BatchNorm2d(8),
            relu2=nn.ReLU6(),
            pool=nn.AdaptiveAvgPool2d(1),
            flatten=nn.Flatten(),
            scores=nn.Linear(8, 10),
        )
    )


def hardswish() -> nn.Module:
    """Hardswish and batch norm, as in MobileNetV3."""
    return nn.Sequential(
        OrderedDict(
            conv1=nn.Conv2d(3, 8, 3, stride=2, padding=1),
            bn1=nn.BatchNorm2d(8),
            act1=nn.Hardswish(inplace=True),
            conv2=nn.Conv2d(8, 12, 3),
            act2=nn.Hardswish(),
            flatten=nn.Flatten(),
            scores=nn.Linear(12 * 6 * 6, 10),
        )
    )


class Functional(nn.Module):
    """ReLU as a plain function, and dropout."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 6, 3)
        self.conv2 = nn.Conv2d(6, 8, 3)
        self.drop = nn.Dropout(0.5)
        self.scores = nn.Linear(8, 10)

    def forward(self, images: Tensor) -> Tensor:
        maps = functional.max_pool2d(functional.relu(self.conv1(images)), 2)
        return self.scores(self.drop(torch.relu(self.conv2(maps)).mean(dim=(2, 3))))


# A network, and a layer of it that has maps; where there is one, with an operation in place next.
ZOO = {
    "in_place": (in_place, "conv2"),
    "residual": (Residual, "bn2"),
    "relu6": (relu6, "conv1"),
    "hardswish": (hardswish, "bn1"),
    "functional": (Functional, "conv2"),
}


def grown(name: str) -> tuple[nn.Module, str]:
    """Give a network of the zoo in float64, with batch statistics unlike a fresh one's."""
    make, layer = ZOO[name]
    with torch.random.fork_rng():
        torch.manual_seed(0)
        network = make().double()
        network(torch.rand(8, 3, 16, 16).double())
        for weights in network.parameters():
            weights.data += 0.1 * torch.randn_like(weights)
    return network.eval(), layer


def images(count: int = 3, channels: int = 3, size: int = 16) -> Tensor:
    """Give random images for the zoo."""
    return torch.rand(
        count, channels, size, size, generator=torch.Generator().manual_seed(1)
    ).double()


def state(network: nn.Module) -> list[object]:
    """Give all that a method must leave as it was: compare with == before and after."""
    kept: list[object] = [torch.get_rng_state().tolist(), torch.is_grad_enabled()]
    for name, part in network.named_modules():
        hooks = [len(part._forward_hooks), len(part._forward_pre_hooks), len(part._backward_hooks)]
        kept += [name, id(part), type(part), part.training, hooks, part.__dict__.get("forward")]
        kept.append(getattr(part, "inplace", None))
    for name, weights in network.named_parameters():
        grad = None if weights.grad is None else weights.grad.tolist()
        kept += [name, id(weights), weights.requires_grad, grad, weights.stride(), weights.tolist()]
    kept += [(name, buffer.tolist()) for name, buffer in network.named_buffers()]
    return kept
