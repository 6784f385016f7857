"""What a network's images need before it sees them: size, crop and units."""

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import interpolate

Images = Float[Tensor, "image channel height width"]


@dataclass(frozen=True)
class Preparation:
    """How images in [0, 1] become what a network was trained on.

        preparation = preprocessing("resnet18")
        network(preparation.prepared(preparation.framed(photographs)))

    `mean` and `std` have one entry for each channel, or a single one for all.
    """

    size: int | None = None  # the side of the square that is cut from the middle; None: uncut
    resize: int | None = None  # the shorter side before that
    interpolation: str = "bilinear"
    mean: tuple[float, ...] = (0.0,)
    std: tuple[float, ...] = (1.0,)

    def framed(self, images: Images) -> Float[Tensor, "image channel new_height new_width"]:
        """Scale images to the network's size and cut out the middle; colours stay in [0, 1]."""
        if self.size is None or self.resize is None:
            return images
        height, width = images.shape[2:]
        short = min(height, width)
        sides = [self.resize * height // short, self.resize * width // short]
        scaled = interpolate(images, sides, mode=self.interpolation, antialias=True)
        top, left = (round((side - self.size) / 2) for side in sides)
        return scaled.clamp(0, 1)[:, :, top : top + self.size, left : left + self.size]

    def prepared(self, images: Images) -> Images:
        """Turn colours in [0, 1] into the network's units: minus mean, by deviation."""
        if images.numel() and images.abs().max() > 2:  # noise may reach a little beyond 1
            raise ValueError(
                f"prepared needs images in [0, 1], but these reach {images.abs().max():.0f}: "
                "divide bytes by 255"
            )
        return (images - self._by_channel(self.mean, images)) / self._by_channel(self.std, images)

    def shown(self, images: Images) -> Images:
        """Turn the network's units back into colours; what was beyond [0, 1] still is."""
        return images * self._by_channel(self.std, images) + self._by_channel(self.mean, images)

    def _by_channel(self, values: tuple[float, ...], images: Images) -> Tensor:
        if len(values) not in (1, images.shape[1]):
            raise ValueError(
                f"this network needs images of {len(values)} channels, but these have "
                f"{images.shape[1]}: repeat a grey one, images.expand(-1, {len(values)}, -1, -1)"
            )
        return torch.tensor(values, dtype=images.dtype, device=images.device)[:, None, None]


UNCHANGED = Preparation()

# Of the images of ImageNet's training part; torchvision's networks were trained with these.
IMAGENET = Preparation(size=224, resize=256, mean=(0.485, 0.456, 0.406), std=(0.229, 0.224, 0.225))

# (byte − 127) / 128
LITE = Preparation(
    size=224, resize=256, interpolation="bicubic", mean=(127 / 255,) * 3, std=(128 / 255,) * 3
)
