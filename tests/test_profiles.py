"""Every profile of the project can be read, and mistakes in one are told with file and setting."""

from collections import Counter

import pytest

from cnnviz.choice import UnknownName
from cnnviz.lessons.pixel_remap.plan import remap_blocks
from cnnviz.lessons.shared.trainings import digits, parking, trained
from cnnviz.pages.wiring import Wiring
from cnnviz.profile import ProfileError, read_profile
from tests.builds import ROOT

FILES = sorted((ROOT / "profiles").glob("*.toml"))


def written(tmp_path, old, new):
    file = tmp_path / "own.toml"
    file.write_text((ROOT / "profiles" / "smoke.toml").read_text().replace(old, new, 1))
    return file


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_profile_plans_every_result(file):
    profile = read_profile(file)

    wiring = Wiring()

    for entries in wiring.entries["result"].values():
        for entry in entries:
            assert wiring.result(entry, {}, profile).key, entry.name


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("images_per_class", "images_per_clas", "Did you mean 'images_per_class'"),
        ('"packaged"', '"mnst"', "no source of digits 'mnst'. Did you mean 'mnist'"),
        ('"drawn"', '"pk"', "no source of parking 'pk'"),
        ("repeats = 2", "repeats = 0", "repeats must be a whole number from 1, not 0"),
        ("noise_images = 100", "", "'noise_images' is missing"),
        ('"report"', '"shout"', "no answer to a failed claim 'shout'"),
        ("[parking]", "[parkin]", "Did you mean 'parking'"),
        ("[digits]", "[digits", "own.toml"),
    ],
)
def test_a_mistake_is_told_with_file_and_setting(tmp_path, old, new, message):
    file = written(tmp_path, old, new)

    with pytest.raises(ProfileError) as told:
        read_profile(file)

    assert str(told.value).startswith(str(file))
    assert message in str(told.value)


def test_a_profile_that_does_not_exist_is_answered_with_those_that_do(tmp_path):
    file = written(tmp_path, "", "")

    with pytest.raises(ProfileError, match=r"there is no profile .*/ow\.toml\. There are: .*own"):
        read_profile(file.with_name("ow.toml"))


def test_ones_own_profile_may_mix_data(tmp_path):
    profile = read_profile(written(tmp_path, '"packaged"', '"mnist"'))

    assert digits(profile).function.endswith(":mnist_in_full")
    assert parking(profile, 32).function.endswith(":drawn")


def test_pklots_step_is_another_one_where_a_folder_changed(tmp_path, monkeypatch):
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path))
    day = tmp_path / "PKLot" / "PKLotSegmented" / "PUC" / "Sunny" / "2012-09-12" / "Empty"
    day.mkdir(parents=True)
    profile = read_profile(written(tmp_path, '"drawn"', '"pklot"'))
    before = parking(profile, 32).key

    assert parking(profile, 32).key == before
    (day / "a.jpg").write_bytes(b"x")
    assert parking(profile, 32).key != before


def test_what_a_training_is_not_told_stays_out_of_its_step():
    """So a new option of trainings does not make all of them again by its arguments."""
    profile = read_profile(ROOT / "profiles" / "smoke.toml")

    plain = trained(profile, "simple_cnn")
    other = trained(profile, "simple_cnn", optimiser="rmsprop")

    assert set(plain.arguments) == {"data", "network", "seed", "epochs", "block"}
    assert other.arguments["optimiser"] == "rmsprop"
    assert "optimiser rmsprop" in other.label


def test_a_network_trains_as_it_does_best_unless_told_otherwise():
    profile = read_profile(ROOT / "profiles" / "smoke.toml")

    own, told = trained(profile, "lenet5"), trained(profile, "lenet5", rate=0.1)
    elsewhere = trained(profile, "lenet5", epochs="features")

    assert own.arguments["decay"]
    assert "rate 0.003, decay, seed 0" in own.label
    assert own.arguments["rate"] > 0.001
    assert told.arguments["rate"] == 0.1
    assert "rate" not in elsewhere.arguments


def test_a_missing_number_of_epochs_is_named_with_what_there_is():
    profile = read_profile(ROOT / "profiles" / "smoke.toml")

    with pytest.raises(UnknownName, match=r"epochs 'parking'.*'parking_mlp'.*There are: .*lenet5"):
        trained(profile, "mlp", epochs="parking")


def test_block_sizes_between_the_ends_have_fewer_seeds():
    profile = read_profile(ROOT / "profiles" / "embedded.toml")

    runs = [run.arguments for run in remap_blocks(profile).arguments["runs"]]

    seeds = Counter(run["block"] for run in runs if run["network"] == "lenet5")
    assert seeds == {1: 5, 2: 3, 4: 3, 7: 3, 14: 3, 28: 5}
