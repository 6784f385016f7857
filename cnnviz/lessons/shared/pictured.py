"""Pictures as texts that a browser opens: small beside the numbers that they come with."""

from base64 import b64encode
from io import BytesIO

import numpy as np
from jaxtyping import Float
from PIL import Image
from torch import Tensor

QUALITY = 88  # of WebP: above it nobody sees a difference in photographs
SMALL = 64  # px: of smaller pictures every pixel is seen, and PNG keeps them all


def pictured(image: Float[Tensor, "channel height width"]) -> str:
    """Give an image in [0, 1] as a data URI: WebP, or for a small one PNG; one channel is grey."""
    shown = _bytes(image).transpose(1, 2, 0)
    kind = "png" if max(image.shape[1:]) < SMALL else "webp"
    return _uri(Image.fromarray(shown[..., 0] if shown.shape[2] == 1 else shown), kind)


def map_pictured(values: Float[Tensor, "height width"], ceiling: float = 1.0) -> str:
    """Give a map as a data URI, in grey PNG: 255 is its quantile `ceiling`, by default its maximum.

    What is negative is cut off. A map without anything above zero is black.
    """
    most = float(values.flatten().quantile(ceiling))
    shares = values / most if most > 0 else values.new_zeros(values.shape)
    return _uri(Image.fromarray(_bytes(shares)), "png")


def shares(values: Float[Tensor, "height width"]) -> list[list[float]]:
    """Give a small map as rows of numbers: shares of its maximum, without what is negative."""
    most = float(values.max())
    kept = values.clamp(min=0) / most if most > 0 else values.new_zeros(values.shape)
    return [[round(float(share), 4) for share in row] for row in kept]


def _bytes(values: Tensor) -> np.ndarray:
    return values.detach().clamp(0, 1).mul(255).round().byte().cpu().numpy()


def _uri(image: Image.Image, kind: str) -> str:
    file = BytesIO()
    image.save(file, kind, **({"quality": QUALITY, "method": 6} if kind == "webp" else {}))
    return f"data:image/{kind};base64,{b64encode(file.getvalue()).decode()}"
