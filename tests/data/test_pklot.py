"""PKLot's layout with its traps, and splits that share neither frame nor date."""

from datetime import date

import numpy as np
import pytest
from PIL import Image

from cnnviz.data.pklot import pklot
from cnnviz.data.spaces import Spaces, split_by_camera, split_by_day
from tests.files.test_archives import packed
from tests.real import BESIDE


def patch(root, camera, weather, name, label, colour=128):
    day = name.partition("_")[0]
    folder = root / "PKLot" / "PKLotSegmented" / camera / weather / day / label
    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (31, 84), (colour, 0, 0)).save(folder / name)


@pytest.fixture
def root(tmp_path):
    """Two cameras; one date under two weathers; dates that lack a class."""
    patch(tmp_path, "UFPR05", "Sunny", "2013-02-24_06_05_00#001.jpg", "Empty")
    patch(tmp_path, "UFPR05", "Sunny", "2013-03-19_07_00_00#002.jpg", "Occupied", 255)
    patch(tmp_path, "UFPR05", "Rainy", "2013-03-19_17_00_09#012.jpg", "Empty")
    patch(tmp_path, "PUC", "Cloudy", "2012-09-11_15_16_58#100.jpg", "Occupied")
    return tmp_path


def test_reads_each_patch_with_all_that_its_path_tells(root):
    spaces = pklot(root, size=16, cameras=["UFPR05"])

    assert spaces.images.shape == (3, 3, 16, 16)
    assert dict(zip(spaces.file, spaces.occupied.tolist(), strict=True)) == {
        "2013-02-24_06_05_00#001.jpg": 0,
        "2013-03-19_07_00_00#002.jpg": 1,
        "2013-03-19_17_00_09#012.jpg": 0,
    }
    last = spaces.file.index("2013-03-19_17_00_09#012.jpg")
    assert (spaces.weather[last], spaces.date[last]) == ("Rainy", "2013-03-19")
    assert (spaces.time[last], spaces.space[last]) == ("17:00:09", 12)


def test_a_red_patch_is_red(root):
    spaces = pklot(root, size=16)

    red = spaces.images[spaces.file.index("2013-03-19_07_00_00#002.jpg")]

    assert red[0].min() > 245
    assert red[1:].max() < 10


@pytest.mark.parametrize("below", ["", "PKLot", "PKLot/PKLotSegmented"])
def test_finds_the_patches_from_each_of_their_folders(root, below):
    assert len(pklot(root / below, size=16)) == 4


def test_takes_the_name_that_a_camera_has_among_the_frames(root):
    assert pklot(root, cameras=["PUCPR"]).camera == ("PUC",)


def test_an_unknown_camera_is_told_with_the_near_miss(root):
    with pytest.raises(KeyError, match="Did you mean 'UFPR05'"):
        pklot(root, cameras=["UFPR5"])


def test_a_limit_is_spread_over_all_files(root):
    spaces = pklot(root, limit=2)

    assert spaces.camera == ("PUC", "UFPR05")


def test_unpacks_the_official_archive_beside_itself(root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    files = [(str(f.relative_to(root)), f.read_bytes()) for f in root.rglob("*.jpg")]
    packed(folder / "PKLot.tar.gz", files)

    assert len(pklot(folder, size=16)) == 4
    assert len(pklot(folder / "PKLot.tar.gz", size=16)) == 4


def test_where_it_is_missing_it_says_what_where_whence_and_how_large(tmp_path):
    with pytest.raises(FileNotFoundError) as error:
        pklot(tmp_path)

    for said in ("PKLot.tar.gz", "4.6 GB", str(tmp_path), "inf.ufpr.br", "CNNVIZ_DATA"):
        assert said in str(error.value)


def test_a_damaged_patch_is_named(root):
    file = next(root.rglob("*#100.jpg"))
    file.write_bytes(b"no jpeg")

    with pytest.raises(ValueError, match=r"#100\.jpg is a damaged patch"):
        pklot(root)


def test_a_patch_of_another_name_is_told(root):
    file = next(root.rglob("*#100.jpg"))
    file.rename(file.with_name("copy.jpg"))

    with pytest.raises(ValueError, match=r"copy\.jpg is not named like"):
        pklot(root)


def made(dates, cameras=("a",)):
    """Spaces of these dates, each date seen by each camera."""
    rows = [(day, camera) for day in dates for camera in cameras]
    count = len(rows)
    return Spaces(
        images=np.zeros((count, 3, 2, 2), dtype=np.uint8),
        occupied=np.arange(count).astype(np.uint8) % 2,
        camera=tuple(camera for _, camera in rows),
        weather=tuple(("Sunny", "Rainy")[place % 2] for place in range(count)),
        date=tuple(day for day, _ in rows),
        time=("12:00:00",) * count,
        space=tuple(range(count)),
        file=tuple(f"{place}.jpg" for place in range(count)),
    )


def apart(train, test):
    return not set(train.date) & set(test.date) and not set(train.frame) & set(test.frame)


DAYS = [str(date(2013, 1, 1 + day)) for day in range(10)]


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.99])
@pytest.mark.parametrize("seed", range(3))
def test_a_split_by_day_shares_no_date_and_loses_no_image(share, seed):
    spaces = made(DAYS * 3, cameras=("a", "b"))

    train, test = split_by_day(spaces, share, seed)

    assert apart(train, test)
    assert sorted(train.space + test.space) == sorted(spaces.space)
    assert len(test) == pytest.approx(60 * min(max(share, 0.1), 0.9))


def test_a_split_by_day_depends_on_its_seed_alone():
    first, again, other = (split_by_day(made(DAYS), 0.3, seed)[1].date for seed in (1, 1, 2))

    assert first == again
    assert first != other


def test_a_single_date_cannot_be_split():
    with pytest.raises(ValueError, match="two dates or more"):
        split_by_day(made(DAYS[:1] * 4), 0.5, 0)


@pytest.mark.parametrize("share", [0, 1, 20])
def test_a_share_is_between_nothing_and_all(share):
    with pytest.raises(ValueError, match="between 0 and 1"):
        split_by_day(made(DAYS), share, 0)


def test_a_split_by_camera_tests_the_one_and_leaves_its_dates_out_of_training():
    spaces = made(DAYS[:5], ("a", "b"))
    others = made(DAYS[5:], ("b",))
    both = Spaces(
        np.concatenate([spaces.images, others.images]),
        np.concatenate([spaces.occupied, others.occupied]),
        *(getattr(spaces, name) + getattr(others, name) for name in FIELDS),
    )

    train, test = split_by_camera(both, "a")

    assert apart(train, test)
    assert (set(test.camera), set(train.camera)) == ({"a"}, {"b"})
    assert (len(test), len(train)) == (5, 5)


FIELDS = ("camera", "weather", "date", "time", "space", "file")


def test_a_split_by_a_camera_that_leaves_nothing_is_refused():
    with pytest.raises(ValueError, match="none is left to train on"):
        split_by_camera(made(DAYS, ("a", "b")), "a")


def test_a_split_by_an_unknown_camera_names_those_there_are():
    with pytest.raises(KeyError, match="There are: PUC"):
        split_by_camera(made(DAYS, ("PUC",)), "UFPR04")


ONE = (("UFPR05",), ("Sunny",), ("2013-02-24",), ("12:00:00",), (1,), ("x.jpg",))


def test_all_that_is_told_of_images_is_told_of_each():
    with pytest.raises(ValueError, match="one entry of each kind"):
        Spaces(np.zeros((2, 3, 4, 4), np.uint8), np.zeros(2, np.uint8), *ONE)


@pytest.fixture(scope="module")
def real():
    """The real patches beside the project."""
    if not (BESIDE / "PKLot").is_dir():
        pytest.skip(f"no real patches of PKLot are in {BESIDE}")
    return pklot(BESIDE)


def test_the_real_patches_are_all_read(real):
    assert len(real) == 1000
    assert real.occupied.sum() == 297
    assert len(set(real.date)) == 5


@pytest.mark.parametrize("seed", range(5))
def test_the_real_patches_are_split_between_days(real, seed):
    """2013-03-19 lies under Cloudy and under Rainy, and goes to one side as a whole."""
    train, test = split_by_day(real, 0.3, seed)

    assert apart(train, test)
    assert len(train) + len(test) == 1000
