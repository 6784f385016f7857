"""The names of ImageNet's thousand classes."""

from collections.abc import Callable

from cnnviz.choice import pick


def class_names(classes: str) -> tuple[str, ...]:
    """Give the English names of a set of classes, in the order of the scores: "imagenet"."""
    return pick("set of class names", classes, CLASS_NAMES)()


def _imagenet() -> tuple[str, ...]:
    # Here, because torchvision takes as long to import as torch and few steps need it.
    from torchvision.models import ResNet18_Weights

    return tuple(ResNet18_Weights.DEFAULT.meta["categories"])


CLASS_NAMES: dict[str, Callable[[], tuple[str, ...]]] = {"imagenet": _imagenet}
