"""The lesson's drawings."""

import pytest

from tests.drawings import check, draw, figures

SHOWN = figures("pattern_maximisation")


@pytest.mark.parametrize("name", SHOWN)
def test_is_well_formed_as_large_as_it_says_and_the_same_twice(name, request):
    check(name, request.getfixturevalue(SHOWN[name]))


def test_pictures_in_figures_are_scaled_smoothly_and_kept_as_webp(imagenet_patterns):
    drawn = draw("imagenet_patterns", imagenet_patterns)

    assert b"data:image/webp" in drawn.data
    assert b"data:image/png" not in drawn.data
    assert b"pixelated" not in drawn.data
