"""Pictures are read as a person sees them, or refused in a sentence."""

import struct
import zlib

import numpy as np
import pytest
import torch
from PIL import Image

from cnnviz.data.images import photo, resized, square

RED = (255, 0, 0)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "YCbCr"])
def test_reads_every_mode_as_red_green_and_blue(tmp_path, mode):
    file = tmp_path / "white.tif" if mode in ("CMYK", "YCbCr") else tmp_path / "white.png"
    Image.new("RGB", (3, 2), "white").convert(mode).save(file)

    torch.testing.assert_close(photo(file), torch.ones(3, 2, 3), atol=0.01, rtol=0)


def test_lays_what_is_transparent_on_white(tmp_path):
    Image.new("RGBA", (2, 2), (255, 0, 0, 51)).save(tmp_path / "faint.png")

    colour = photo(tmp_path / "faint.png")[:, 0, 0]

    torch.testing.assert_close(colour, torch.tensor([1, 0.8, 0.8]))


def test_lays_the_transparent_colour_of_a_palette_on_white(tmp_path):
    image = Image.new("P", (2, 2), 1)
    image.putpalette([0, 0, 0, 0, 0, 200])
    image.save(tmp_path / "see.png", transparency=1)

    assert photo(tmp_path / "see.png").min() == 1


def test_scales_sixteen_bits_by_their_own_white(tmp_path):
    grey = np.array([[0, 13107, 65535]], dtype=np.uint16)
    Image.fromarray(grey).save(tmp_path / "deep.png")

    assert photo(tmp_path / "deep.png")[1].tolist() == [[0, pytest.approx(0.2), 1]]


def test_turns_a_picture_as_its_exif_says(tmp_path):
    image = Image.new("RGB", (4, 2))
    image.putpixel((0, 0), RED)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise: the left top corner comes to the right
    image.save(tmp_path / "turned.png", exif=exif)

    turned = photo(tmp_path / "turned.png")

    assert turned.shape == (3, 4, 2)
    assert turned[0, 0, 1] == 1


def test_reads_the_first_frame_of_an_animation(tmp_path):
    first, second = Image.new("RGB", (2, 2), RED), Image.new("RGB", (2, 2), "blue")
    first.save(tmp_path / "moving.gif", save_all=True, append_images=[second])

    assert photo(tmp_path / "moving.gif")[:, 0, 0].tolist() == [1, 0, 0]


def test_reads_a_single_pixel(tmp_path):
    Image.new("RGB", (1, 1), RED).save(tmp_path / "dot.png")

    assert photo(tmp_path / "dot.png").flatten().tolist() == [1, 0, 0]


def header_only(width, height):
    """A PNG that claims a size and has no pixels."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(50_000, 1), (1, 20_001), (10_001, 10_000), (14_000, 14_000)])
def test_refuses_a_huge_picture_by_its_header(tmp_path, size):
    (tmp_path / "huge.png").write_bytes(header_only(*size))

    with pytest.raises(ValueError, match=r"huge\.png is .*megapixels.*Save a smaller copy"):
        photo(tmp_path / "huge.png")


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"%PDF-1.7 and so on", b"\x89PNG\r\n\x1a\nxx"])
def test_refuses_what_is_no_picture_with_the_cure(tmp_path, content):
    (tmp_path / "odd.png").write_bytes(content)

    with pytest.raises(ValueError, match=r"odd\.png is .*picture.* PNG or JPEG"):
        photo(tmp_path / "odd.png")


@pytest.mark.parametrize("suffix", ["png", "jpg", "gif", "tif", "webp", "bmp"])
def test_refuses_a_truncated_picture(tmp_path, suffix):
    file = tmp_path / f"half.{suffix}"
    noise = np.random.default_rng(0).integers(0, 255, (40, 40, 3), dtype=np.uint8)
    Image.fromarray(noise).save(file)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])

    with pytest.raises(ValueError, match="half"):
        photo(file)


def test_refuses_floats_that_are_no_grey_values(tmp_path):
    Image.fromarray(np.full((2, 2), 7.5, dtype=np.float32)).save(tmp_path / "float.tif")

    with pytest.raises(ValueError, match=r"from 7\.5 to 7\.5; from 0 to 1 was expected"):
        photo(tmp_path / "float.tif")


def test_a_missing_picture_is_told_with_the_near_miss(tmp_path):
    (tmp_path / "chelsea.png").touch()

    with pytest.raises(FileNotFoundError, match=r"did you mean .*chelsea\.png"):
        photo(tmp_path / "chelsae.png")


def test_a_folder_is_no_picture(tmp_path):
    with pytest.raises(ValueError, match="is a folder"):
        photo(tmp_path)


def test_resizing_keeps_a_plain_colour_and_stays_in_range():
    edge = torch.zeros(3, 8, 8)
    edge[:, :, 4:] = 1

    larger = resized(edge, 32, 24)

    assert larger.shape == (3, 32, 24)
    assert (larger.min(), larger.max()) == (0, 1)


@pytest.mark.parametrize("shape", [(3, 10, 30), (1, 30, 10), (3, 1, 1), (3, 7, 1000)])
def test_a_square_is_as_large_as_asked(shape):
    assert square(torch.rand(shape), 12).shape == (shape[0], 12, 12)


def test_a_square_shows_the_middle():
    image = torch.zeros(1, 4, 12)
    image[:, :, 4:8] = 1

    assert square(image, 4).min() == 1
