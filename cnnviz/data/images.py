"""Any picture file as a tensor, read rightly or refused clearly."""

import warnings
from difflib import get_close_matches
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float
from PIL import Image, ImageOps, UnidentifiedImageError
from torch import Tensor
from torch.nn.functional import interpolate

LONGEST = 20_000  # pixels a side
MEGAPIXELS = 100
CURE = "Open it in a picture viewer and save it again as PNG or JPEG."
SMALLER = "Save a smaller copy of it and use that."

Picture = Float[Tensor, "channel height width"]


def photo(path: str | Path) -> Float[Tensor, "3 height width"]:
    """Read a picture as red, green and blue in [0, 1], upright, on white where transparent.

    Of an animation, it is the first frame. Raises FileNotFoundError where there is no file, and
    ValueError where it is no picture, is damaged, or is too large: over 20,000 pixels a side or
    100 megapixels, which its header tells before anything is decoded.
    """
    path = Path(path)
    _exists(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's remarks; what matters is raised below
        try:
            with Image.open(path) as image:
                _fits(path, image)
                pixels = _pixels(path, image)
        except Image.DecompressionBombError as error:
            raise ValueError(
                f"{path} is a picture of far more than {MEGAPIXELS} megapixels. {SMALLER}"
            ) from error
        except _Refused as error:
            raise ValueError(str(error)) from None
        except UnidentifiedImageError as error:
            raise ValueError(f"{path} is no picture{_opening(path)}. {CURE}") from error
        except Exception as error:  # a damaged file can make a decoder raise anything
            raise ValueError(
                f"{path} is a damaged picture or of a kind that cannot be read ({error}). {CURE}"
            ) from error
    return torch.from_numpy(pixels).permute(2, 0, 1).contiguous()


def resized(image: Picture, height: int, width: int) -> Float[Tensor, "channel {height} {width}"]:
    """Resize with an antialiased bicubic filter; its overshoots are cut off at 0 and 1."""
    larger = interpolate(image[None], (height, width), mode="bicubic", antialias=True)
    return larger[0].clamp(0, 1)


def square(image: Picture, size: int) -> Float[Tensor, "channel {size} {size}"]:
    """Resize the shorter side to `size`, and crop the middle of the longer one."""
    height, width = image.shape[1:]
    scale = size / min(height, width)
    image = resized(image, max(size, round(height * scale)), max(size, round(width * scale)))
    top, left = (image.shape[1] - size) // 2, (image.shape[2] - size) // 2
    return image[:, top : top + size, left : left + size]


class _Refused(ValueError):
    """A picture that was understood, and is not taken."""


def _exists(path: Path) -> None:
    if path.is_dir():
        raise ValueError(f"{path} is a folder: name a picture in it")
    if not path.exists():
        there = [file.name for file in path.parent.iterdir()] if path.parent.is_dir() else []
        near = get_close_matches(path.name, there, n=1)
        hint = f": did you mean {path.parent / near[0]}?" if near else ""
        raise FileNotFoundError(f"there is no picture {path}{hint}")


def _opening(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(16)
    return f" (it begins with {start!r})" if start else " (it is empty)"


def _fits(path: Path, image: Image.Image) -> None:
    width, height = image.size
    if max(width, height) > LONGEST or width * height > MEGAPIXELS * 1e6:
        raise _Refused(
            f"{path} is {width} × {height} pixels; at most {LONGEST} a side and "
            f"{MEGAPIXELS} megapixels are read. {SMALLER}"
        )


def _pixels(path: Path, image: Image.Image) -> Float[np.ndarray, "height width 3"]:
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I") or image.mode == "F":
        grey = _deep_grey(path, image)
        return np.repeat(grey[..., None], 3, axis=2)
    if image.has_transparency_data:
        layers = np.asarray(image.convert("RGBA"), dtype=np.float32) / 255
        return layers[..., :3] * layers[..., 3:] + (1 - layers[..., 3:])
    return np.asarray(image.convert("RGB"), dtype=np.float32) / 255


def _deep_grey(path: Path, image: Image.Image) -> Float[np.ndarray, "height width"]:
    """Scale grey values of 16 bits, or floats that already lie between 0 and 1."""
    grey = np.asarray(image).astype(np.float32)
    white = 1.0 if image.mode == "F" else 65535.0
    low, high = float(grey.min()), float(grey.max())
    if not 0 <= low <= high <= white:  # also where a value is not a number
        raise _Refused(
            f"{path} has grey values from {low:g} to {high:g}; from 0 to {white:g} was expected. "
            "Save it as 16-bit PNG."
        )
    return grey / white
