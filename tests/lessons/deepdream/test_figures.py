"""The drawings of lesson 14, from pictures that nobody dreamt."""

from io import BytesIO

import numpy as np
import pytest
import torch
from PIL import Image

from cnnviz.lessons.shared.pictured import pictured
from tests.drawings import check, draw
from tests.lessons.repeats import repeats

HEIGHT, WIDTH, OCTAVES, STEPS = 64, 96, 2, 3
PHOTOS, STAGES = ("chelsea", "coffee"), (4, 8)


def photo(grey):
    return pictured(torch.full((3, HEIGHT, WIDTH), grey))


def run(name, stage):
    return {
        "photo": name,
        "stage": stage,
        "excitement": [[1.0, 2.0, 3.0] for _ in range(OCTAVES)],
        "frequency": stage / 100,
    }


FRAMES = [
    {"octave": octave + 1, "step": step + 1, "excitement": 1.0, "picture": photo(step / STEPS)}
    for octave in range(OCTAVES)
    for step in (0, 1, 1, 2)
]
DREAM = {
    "stage": 4,
    "runs": [run(name, 4) for name in PHOTOS],
    "originals": [photo(0.0), photo(0.2)],
    "pictures": [photo(1.0), photo(0.8)],
    "frames": FRAMES,
}
LAYERS = {
    "original": photo(0.0),
    "pictures": {str(stage): photo(stage / 10) for stage in STAGES},
    "untrained": photo(0.5),
    "untrained_stage": 4,
    "runs": [run(name, stage) for stage in STAGES for name in PHOTOS],
    "summary": {str(stage): {"frequency": repeats(stage / 100)} for stage in STAGES},
}
STARTS = {"rows": [{"original": photo(0.0), "picture": photo(1.0)} for _ in range(3)]}
RESULTS = {
    "dream_layers": LAYERS,
    "dream_starts": STARTS,
    "dream_octaves": DREAM,
    "dream_fineness": LAYERS,
    "cover_deepdream": DREAM,
}


@pytest.mark.parametrize("name", RESULTS)
def test_is_well_formed_and_the_same_twice(name):
    check(name, RESULTS[name])


def test_the_strip_has_a_row_for_each_octave_in_one_picture():
    drawn = draw("dream_steps", DREAM)

    with Image.open(BytesIO(drawn.data)) as strip:
        assert (strip.format, strip.size) == ("WEBP", (4 * WIDTH, OCTAVES * HEIGHT))
    size = (560, round(560 * OCTAVES * HEIGHT / (4 * WIDTH)))
    assert (drawn.suffix, drawn.width, drawn.height) == ("webp", *size)


def test_a_photograph_and_its_dream_are_one_picture_twice_as_wide():
    drawn = draw("dream_pair", DREAM, theme="dark")

    shown = np.asarray(Image.open(BytesIO(drawn.data)).convert("L"))
    assert shown.shape == (HEIGHT, 2 * WIDTH)
    assert shown[:, : WIDTH - 6].max() < 5
    assert shown[:, WIDTH + 6 :].min() > 250
