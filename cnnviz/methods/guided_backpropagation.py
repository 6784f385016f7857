"""Guided backpropagation: the gradient by the pixels, without what argues against."""

from jaxtyping import Float, Int
from torch import Tensor, nn

from cnnviz.inspection import inspecting
from cnnviz.methods.rectifiers import guided
from cnnviz.methods.saliency import pixel_gradients


def guided_backpropagation(
    network: nn.Module,
    images: Float[Tensor, "image channel height width"],
    classes: Int[Tensor, " image"],
) -> Float[Tensor, "image channel height width"]:
    """Differentiate the class score by the pixels, stopping negative signals at each rectifier.

    A signal passes where the rectifier was on and the signal is positive. Rectifiers are
    recognised as modules and as functions; a soft one (Hardswish, SiLU, GELU …) counts as on
    where its output is positive, and passes its own derivative. ValueError where the network
    has no rectifier.

    Springenberg et al. 2015, https://arxiv.org/abs/1412.6806, figure 1.
    """
    with inspecting(network, "guided_backpropagation"), guided("guided_backpropagation"):
        return pixel_gradients(network, images, classes)
