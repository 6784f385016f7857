"""Files in the store are whole or absent, and say so."""

import json
import logging
import os

import numpy as np
import pytest

from cnnviz.pipeline.outcome import Drawing
from cnnviz.pipeline.step import Step
from cnnviz.pipeline.store import Store

STEP = Step("cnnviz.choice:pick", {"what": "test"}, "a test")
OUTCOMES = {
    "json": {"mean": 0.25, "runs": [{"seed": 0}], "device": "cpu"},
    "safetensors": {
        "weights": np.arange(6, dtype=np.float32).reshape(2, 3),
        "labels": np.array([3, 1], dtype=np.uint8),
        "seed": 7,
    },
    "svg": Drawing("svg", b"<svg/>", 720, 400),
}


@pytest.fixture(params=["folder", "memory"])
def store(request, tmp_path, monkeypatch):
    monkeypatch.setenv("CNNVIZ_STORE_COPY", str(tmp_path / "copy"))
    return Store(str(tmp_path) if request.param == "folder" else f"memory://{tmp_path.name}")


@pytest.mark.parametrize("kind", OUTCOMES)
def test_gives_back_what_was_saved(store, kind):
    record = store.save(STEP, OUTCOMES[kind], 1.5, {"python": "3.11"})

    loaded = Store(store.url).load(STEP.key)

    assert record.suffix == kind
    if kind == "safetensors":
        np.testing.assert_array_equal(loaded["weights"], OUTCOMES[kind]["weights"])
        assert loaded["labels"].dtype == np.uint8
        assert list(loaded) == list(OUTCOMES[kind])
        assert loaded["seed"] == 7
    else:
        assert loaded == OUTCOMES[kind]


def test_what_was_never_saved_is_absent(store):
    assert store.find(STEP.key) is None
    with pytest.raises(KeyError, match=STEP.key):
        store.load(STEP.key)


def test_the_record_says_how_it_came_about(store):
    store.save(STEP, {"device": "cuda (test)", "mean": 1}, 2.5, {"torch": "2.15.0"})

    record = Store(store.url).find(STEP.key)

    assert (record.name, record.seconds, record.device) == ("a test", 2.5, "cuda (test)")
    assert Store(store.url).parts(STEP.key)["arguments"] == {"what": "test"}
    assert record.libraries == {"torch": "2.15.0"}


def test_equal_outcomes_are_equal_bytes(tmp_path):
    files = [
        Store(str(tmp_path / name)).save(STEP, OUTCOMES["safetensors"], 1.0, {}).sha256
        for name in ("one", "two")
    ]

    assert files[0] == files[1]


@pytest.mark.parametrize("kind", OUTCOMES)
@pytest.mark.parametrize("which", ["outcome", "record"])
def test_one_flipped_byte_anywhere_is_told_and_the_outcome_absent(tmp_path, caplog, kind, which):
    store = Store(str(tmp_path))
    record = store.save(STEP, OUTCOMES[kind], 1.0, {})
    name = record.file if which == "outcome" else "record.json"
    file = tmp_path / STEP.key / name
    whole = file.read_bytes()

    for place in range(0, len(whole), max(1, len(whole) // 40)):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        file.write_bytes(damaged)
        caplog.clear()

        with caplog.at_level(logging.INFO, logger="mkdocs.cnnviz"):
            found = Store(str(tmp_path)).find(STEP.key)

        # A flipped bit in JSON's blank space changes nothing that anybody reads.
        harmless = which == "record" and json_equal(bytes(damaged), whole)
        assert (found is None) != harmless
        assert harmless or "will be made again" in caplog.text


def json_equal(one, other):
    try:
        return json.loads(one) == json.loads(other)
    except ValueError:
        return False


def test_a_file_cut_short_is_absent(tmp_path):
    store = Store(str(tmp_path))
    record = store.save(STEP, OUTCOMES["svg"], 1.0, {})
    (tmp_path / STEP.key / record.file).write_bytes(b"<sv")

    assert Store(str(tmp_path)).find(STEP.key) is None


def test_nothing_counts_before_its_record_is_written(tmp_path, monkeypatch):
    """A build that is killed between the two files leaves no half of an outcome."""
    store = Store(str(tmp_path))
    replaced = os.replace

    def killed(source, target):
        if str(target).endswith("record.json"):
            raise KeyboardInterrupt
        replaced(source, target)

    monkeypatch.setattr(os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        store.save(STEP, OUTCOMES["json"], 1.0, {})

    assert Store(str(tmp_path)).find(STEP.key) is None
    assert not list(tmp_path.rglob(".*")), "a file written aside was left behind"


def test_a_full_disk_leaves_the_store_as_it_was(tmp_path, monkeypatch):
    store = Store(str(tmp_path))
    store.save(STEP, OUTCOMES["json"], 1.0, {})
    other = Step("cnnviz.choice:pick", {"what": "other"})

    def full(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        store.save(other, OUTCOMES["svg"], 1.0, {})

    fresh = Store(str(tmp_path))
    assert fresh.load(STEP.key) == OUTCOMES["json"]
    assert fresh.find(other.key) is None


def test_holds_no_pickles(tmp_path):
    class Thing:
        pass

    with pytest.raises(TypeError):
        Store(str(tmp_path)).save(STEP, {"thing": Thing()}, 1.0, {})


def test_refuses_numbers_that_are_no_numbers(tmp_path):
    """NaN in a file that a reader downloads would be no JSON."""
    with pytest.raises(ValueError, match="JSON"):
        Store(str(tmp_path)).save(STEP, {"loss": float("nan")}, 1.0, {})


def test_lists_its_records_newest_first(tmp_path):
    store = Store(str(tmp_path))
    for what in ("a", "b"):
        store.save(Step("cnnviz.choice:pick", {"what": what}, what), {}, 1.0, {})

    assert {record.name for record in Store(str(tmp_path)).records()} == {"a", "b"}


def test_what_was_verified_and_has_not_changed_is_not_read_again(tmp_path, monkeypatch):
    store = Store(str(tmp_path))
    record = store.save(STEP, OUTCOMES["safetensors"], 1.0, {})
    store.remember()
    fresh = Store(str(tmp_path))
    monkeypatch.setattr(fresh.folder, "read", lambda name: pytest.fail(f"{name} was read"))

    assert fresh.find(STEP.key) == record


def test_what_has_changed_since_it_was_verified_is_verified_again(tmp_path):
    store = Store(str(tmp_path))
    record = store.save(STEP, OUTCOMES["svg"], 1.0, {})
    store.remember()
    file = tmp_path / STEP.key / record.file
    file.write_bytes(b"<SVG/>")

    assert Store(str(tmp_path)).find(STEP.key) is None


def test_a_damaged_index_is_read_past(tmp_path):
    store = Store(str(tmp_path))
    record = store.save(STEP, OUTCOMES["svg"], 1.0, {})
    store.remember()
    (tmp_path / "index.json").write_text("{")

    assert Store(str(tmp_path)).find(STEP.key) == record


def test_a_store_that_cannot_be_written_can_be_read(tmp_path, monkeypatch):
    store = Store(str(tmp_path))
    store.save(STEP, OUTCOMES["svg"], 1.0, {})

    def refused(source, target):
        raise PermissionError("read-only")

    monkeypatch.setattr(os, "replace", refused)
    fresh = Store(str(tmp_path))
    assert fresh.load(STEP.key) == OUTCOMES["svg"]
    fresh.remember()
