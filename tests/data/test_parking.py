"""The drawn car park: the same for all, split like the real one, and neither trivial nor noise."""

from dataclasses import fields

import numpy as np
import pytest

from cnnviz.data.drawn.cameras import CAMERAS, patch, project
from cnnviz.data.drawn.cars import SHAPES, car
from cnnviz.data.drawn.days import DAYS, light, standing
from cnnviz.data.drawn.ground import ground
from cnnviz.data.drawn.shadows import cast
from cnnviz.data.parking import drawn_parking
from cnnviz.data.spaces import split_by_camera, split_by_day


@pytest.fixture(scope="module")
def spaces():
    return drawn_parking(108, seed=0, size=32)


def test_draws_as_many_as_asked_in_the_size_asked(spaces):
    assert spaces.images.shape == (108, 3, 32, 32)


def test_the_same_seed_draws_the_same_bytes():
    first, second = drawn_parking(5, seed=3, size=32), drawn_parking(5, seed=3, size=32)

    assert all(
        np.array_equal(getattr(first, field.name), getattr(second, field.name))
        for field in fields(first)
    )


def test_another_seed_draws_another_car_park():
    assert (drawn_parking(3, 0, 32).images != drawn_parking(3, 1, 32).images).mean() > 0.5


def test_an_image_does_not_depend_on_how_many_are_drawn(spaces):
    few = drawn_parking(7, seed=0, size=32)

    np.testing.assert_array_equal(few.images, spaces.images[:7])
    assert few.file == spaces.file[:7]


def test_about_half_of_the_spaces_are_occupied(spaces):
    assert 0.35 < spaces.occupied.mean() < 0.65


def test_has_every_camera_weather_and_label_together(spaces):
    assert set(spaces.camera) == {camera.name for camera in CAMERAS}
    assert set(spaces.weather) == {"Sunny", "Cloudy", "Rainy"}
    assert len(set(spaces.date)) == DAYS * len(CAMERAS)


def test_no_patch_is_drawn_twice(spaces):
    assert len(set(zip(spaces.camera, spaces.file, strict=True))) == len(spaces)


def test_a_frame_shows_several_spaces(spaces):
    assert len(set(spaces.frame)) == DAYS * len(CAMERAS)


def test_a_split_by_day_shares_no_date(spaces):
    train, test = split_by_day(spaces, 0.2, seed=0)

    assert not set(train.date) & set(test.date)
    assert 15 < len(test) < 28


@pytest.mark.parametrize("camera", [camera.name for camera in CAMERAS])
def test_a_split_by_camera_loses_nothing_because_no_two_cameras_share_a_date(spaces, camera):
    train, test = split_by_camera(spaces, camera)

    assert (len(train), len(test)) == (72, 36)


def test_labels_are_what_stands_on_the_space(spaces):
    """Told by the pixels: a patch differs from its own empty ground where a car stands."""
    bright = spaces.images[:, :, 8:24, 10:22].astype(float)
    spread = bright.std(axis=(1, 2, 3))

    assert spread[spaces.occupied == 1].mean() > 1.3 * spread[spaces.occupied == 0].mean()


def test_the_label_cannot_be_told_from_the_mean_brightness(spaces):
    """Or there would be nothing to learn."""
    level = spaces.images.mean(axis=(1, 2, 3))
    by_level = max(
        np.mean((level > edge) == spaces.occupied)
        for edge in np.quantile(level, np.arange(0, 1, 0.1))
    )

    assert by_level < 0.8


@pytest.mark.parametrize("camera", range(len(CAMERAS)))
def test_the_space_is_in_the_middle_of_its_patch_head_upwards(camera):
    view = CAMERAS[camera]
    for space in range(view.spaces):
        row, place = view.place(space)
        middle = project(patch(view, space), np.array([[*row.middle(place), 0.35]]))

        assert np.abs(middle - 0.5).max() < 0.12


def test_a_space_that_a_camera_does_not_have_is_told():
    with pytest.raises(IndexError, match="has 12 spaces"):
        patch(CAMERAS[0], 12)


def test_what_stands_on_a_space_is_the_same_in_its_neighbours_patches():
    """A frame is one moment of one world."""
    here = {other.space: other for other in standing(0, 0, 3, 12.0, 5)}
    beside = {other.space: other for other in standing(0, 0, 3, 12.0, 6)}

    both = here.keys() & beside.keys()

    assert both
    assert all(here[space] is beside[space] for space in both)


def test_shadows_fall_away_from_the_sun():
    days = [(day, hour) for day in range(DAYS) for hour in (9.0, 15.0)]
    day, hour = next(one for one in days if light(0, 0, *one).weather == "Sunny"
                     and standing(0, 0, *one, 5, reach=0))  # fmt: skip
    sun, place = light(0, 0, day, hour), ground(0, 0, 5, 96)
    there = standing(0, 0, day, hour, 5, reach=0)

    shadow = cast(place, there, sun, metre=16)

    middle = np.array([(place.x * shadow).sum(), (place.y * shadow).sum()]) / shadow.sum()
    away = middle - there[0].mesh.corners.reshape(-1, 3)[:, :2].mean(axis=0)
    assert away @ sun.towards[:2] < 0


def test_there_is_no_shadow_without_sun():
    rainy = next(day for day in range(DAYS) if light(0, 0, day, 10.0).weather == "Rainy")

    shadow = cast(ground(0, 0, 5, 96), standing(0, 0, rainy, 10.0, 5), light(0, 0, rainy, 10.0), 16)

    assert not shadow.any()


def test_cars_are_as_large_as_cars():
    for seed in range(20):
        points = car(np.random.default_rng(seed)).corners.reshape(-1, 3)
        width, length, height = np.ptp(points, axis=0)

        assert 1.5 < width < 2.4
        assert 3.5 < length < 5.2
        assert 1.1 < height < 2.1


def test_shares_of_the_shapes_add_up():
    assert sum(shape.share for shape in SHAPES.values()) == pytest.approx(1)


@pytest.mark.parametrize(("count", "size"), [(0, 64), (-1, 64), (5, 8)])
def test_refuses_what_cannot_be_drawn(count, size):
    with pytest.raises(ValueError, match="1 image or more, of 16 pixels or more"):
        drawn_parking(count, 0, size)
