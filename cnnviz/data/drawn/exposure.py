"""What a camera makes of a scene: rain on its glass, blur, noise and JPEG's squares."""

from io import BytesIO

import numpy as np
from jaxtyping import UInt8
from PIL import Image, ImageDraw, ImageFilter

from cnnviz.data.drawn.days import Light


def exposed(
    image: Image.Image, now: Light, size: int, generator: np.random.Generator
) -> UInt8[np.ndarray, "3 {size} {size}"]:
    """Take the picture that the camera would store, at its own resolution."""
    if now.wet:
        image = _through_rain(image, now.wet, generator)
    pixels = size / 64  # blur and noise belong to the scene's camera, whatever the size asked
    blur = generator.gamma(6, 0.06) * pixels * image.width / size
    small = image.filter(ImageFilter.GaussianBlur(blur)).resize((size, size), Image.Resampling.BOX)
    values = np.asarray(small, dtype=np.float32)
    tint = generator.normal(1, 0.018, 3)
    grain = generator.gamma(3, 0.9) * (1.6 if now.wet else 1)
    noisy = values * tint + generator.normal(0, grain, values.shape)
    stored = BytesIO()
    taken = Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8))
    taken.save(stored, "JPEG", quality=int(generator.integers(45, 88)))
    return np.ascontiguousarray(np.asarray(Image.open(stored)).transpose(2, 0, 1))


def _through_rain(image: Image.Image, wet: float, generator: np.random.Generator) -> Image.Image:
    """Veil the view, with streaks that fall and drops that hang on the glass and bend the light."""
    side = image.width
    veil = Image.new("RGB", image.size, (136, 141, 146))
    image = Image.blend(image, veil, 0.12 + 0.22 * wet * generator.random())
    streaks = image.copy()
    pen = ImageDraw.Draw(streaks)
    for x, y in (generator.random((int(30 * wet), 2)) * side).tolist():
        pen.line((x, y, x + side / 90, y + side / 14), fill=(190, 195, 200))
    image = Image.blend(image, streaks, 0.3)
    for _ in range(generator.poisson(1.5 * wet)):
        radius = int(side * generator.uniform(0.03, 0.09))
        x, y = (int(value) for value in generator.uniform(0, side, 2))
        u, v = (min(max(value, 3 * radius), side - 3 * radius) for value in (x, y))
        drop = image.crop((u - 3 * radius, v - 3 * radius, u + 3 * radius, v + 3 * radius))
        drop = drop.transpose(Image.Transpose.ROTATE_180).resize((2 * radius, 2 * radius))
        mask = Image.new("L", drop.size)
        ImageDraw.Draw(mask).ellipse((0, 0, *drop.size), fill=170)
        image.paste(drop, (x - radius, y - radius), mask.filter(ImageFilter.GaussianBlur(2)))
    return image
