"""What the lab measures for its picture."""

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    import numpy as np

Layer = Literal["relu1", "pool1", "relu2", "pool2"]  # of LeNet-5
LAYERS: tuple[Layer, ...] = ("relu1", "pool1", "relu2", "pool2")  # in their order


class Still(TypedDict):
    """One digit, a layer's maps by its name, and what each network answers."""

    image: "np.ndarray"
    label: int
    layers: list[Layer]
    relu1: "np.ndarray"  # (map, height, width), as of all layers
    pool1: "np.ndarray"
    relu2: "np.ndarray"
    pool2: "np.ndarray"
    answers: dict[str, list[float]]  # by network: the probability of each digit
    entropy: dict[str, float]  # by network: of these probabilities, in bits
