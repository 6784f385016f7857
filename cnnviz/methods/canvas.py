"""What gradient ascent changes to change a picture: its pixels, or its Fourier coefficients."""

import torch
from jaxtyping import Float
from torch import Tensor

from cnnviz.methods import fourier

Shape = tuple[int, int, int]  # of one picture: channels, height, width
Values = Float[Tensor, "pattern ..."]
Pictures = Float[Tensor, "pattern channel height width"]


class Pixels:
    """Pixels that start as grey noise and move by the gradient divided by its RMS.

    Chollet 2018, "Deep Learning with Python", section 5.4.2. His pixels are levels of 0 to 255;
    here they are divided by 255, the rate too.
    """

    def __init__(self, shape: Shape, rate: float | None):
        self.shape = shape
        self.rate = 1 / 255 if rate is None else rate

    def starts(self, generators: list[torch.Generator]) -> Values:
        """Draw noise of 128 to 148 levels, one picture from each generator."""
        noise = torch.stack([torch.rand(self.shape, generator=own) for own in generators])
        # The layout of the gradients: otherwise each step would change it there and back.
        return ((noise * 20 + 128) / 255).contiguous(memory_format=torch.channels_last)

    def pictures(self, values: Values) -> Pictures:
        """Give the pixels as they are; they may leave [0, 1]."""
        return values

    def step(self, values: Values, gradients: Values) -> Values:
        """Move by the rate, as root mean square over a picture's pixels.

        By less where the gradient is not far above 1e-5, by nothing where it is zero.
        """
        norms = torch.linalg.vector_norm(gradients, dim=(1, 2, 3), keepdim=True)
        size = norms / gradients[0].numel() ** 0.5
        return torch.addcdiv(values, gradients, size + 1e-5, value=self.rate)


class Spectrum:
    """Fourier coefficients that start near grey and move by Adam, whose memory is kept here."""

    def __init__(self, shape: Shape, rate: float | None):
        self.shape = shape
        self.rate = 0.1 if rate is None else rate
        self.steps = 0
        self.mean = self.square = torch.zeros(())

    def starts(self, generators: list[torch.Generator]) -> Values:
        """Draw coefficients of faint noise, as smooth as photographs, from each generator."""
        channels, height, width = self.shape
        shape = (channels, height, width // 2 + 1, 2)
        return torch.stack([torch.randn(shape, generator=own) for own in generators]) * 0.02

    def pictures(self, values: Values) -> Pictures:
        """Give the pictures in [0, 1]."""
        return fourier.pictures(values, self.shape[2])

    def step(self, values: Values, gradients: Values) -> Values:
        """Move each coefficient by about the rate: Adam, with the first momenta at zero.

        Kingma & Ba 2015, algorithm 1, https://arxiv.org/abs/1412.6980.
        """
        self.steps += 1
        self.mean = torch.lerp(self.mean.to(gradients), gradients, 0.1)
        self.square = torch.lerp(self.square.to(gradients), gradients.square(), 0.001)
        mean = self.mean / (1 - 0.9**self.steps)
        square = self.square / (1 - 0.999**self.steps)
        # The mean over a map can have gradients far below Adam's usual 1e-8.
        return values + self.rate * mean / (square.sqrt() + 1e-16)


Canvas = Pixels | Spectrum
