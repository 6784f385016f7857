"""A store elsewhere is looked through once, read in bulk, and kept on this machine."""

from collections import Counter

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from cnnviz.pipeline.step import Step
from cnnviz.pipeline.store import Store


class Counting(MemoryFileSystem):
    """Files in memory that count what is asked of them."""

    protocol = "counting"
    store = {}  # noqa: RUF012  # as in MemoryFileSystem: all instances share their files
    asked = Counter()  # noqa: RUF012

    def cat_file(self, path, **options):
        self.asked["read"] += 1
        return super().cat_file(path, **options)

    def find(self, path, **options):
        self.asked["list"] += 1
        return super().find(path, **options)

    def info(self, path, **options):
        self.asked["info"] += 1
        return super().info(path, **options)


fsspec.register_implementation("counting", Counting, clobber=True)


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """Give what opens the same store on one machine or another."""
    Counting.store.clear()

    def opened(machine="here"):
        monkeypatch.setenv("CNNVIZ_STORE_COPY", str(tmp_path / machine))
        Counting.asked.clear()
        return Store("counting://shared/store")

    return opened


def steps(count):
    return [Step("cnnviz.choice:pick", {"number": number}) for number in range(count)]


def filled(store, count=5):
    for step in steps(count):
        store.save(step, {"number": step.arguments["number"]}, 1.0, {})
    return [step.key for step in steps(count)]


def test_another_machine_finds_and_loads_what_one_has_saved(elsewhere):
    keys = filled(elsewhere("one"))

    other = elsewhere("other")
    other.fetch(keys)

    assert [other.load(key) for key in keys] == [{"number": number} for number in range(5)]


def test_everything_is_listed_once_and_read_once(elsewhere):
    keys = filled(elsewhere("one"))
    other = elsewhere("other")

    other.fetch(keys, keys)
    for key in (*keys, *keys):
        other.load(key)

    assert Counting.asked["list"] == 1
    assert Counting.asked["read"] == 2 * len(keys)  # a record and an outcome each


def test_what_was_read_once_is_not_asked_for_again(elsewhere):
    keys = filled(elsewhere("one"))
    elsewhere("other").fetch(keys, keys)

    again = elsewhere("other")
    again.fetch(keys, keys)
    for key in keys:
        again.load(key)

    assert not Counting.asked


def test_keys_that_are_nowhere_cost_one_listing(elsewhere):
    store = elsewhere("one")

    assert not store.fetch([step.key for step in steps(100)])
    assert [store.find(step.key) for step in steps(100)] == [None] * 100
    assert Counting.asked == {"list": 1}


def test_a_damaged_outcome_elsewhere_is_told_and_absent(elsewhere, caplog):
    (key,) = filled(elsewhere("one"), 1)
    record = elsewhere("one").find(key)
    elsewhere("one").remote.write({f"{key}/{record.file}": b'{"number": 1}'})
    other = elsewhere("other")
    other.fetch([key])

    with caplog.at_level("INFO", logger="mkdocs.cnnviz"), pytest.raises(KeyError):
        other.load(key)

    assert "will be made again" in caplog.text


def test_an_outcome_cut_short_elsewhere_is_absent(elsewhere):
    (key,) = filled(elsewhere("one"), 1)
    record = elsewhere("one").find(key)
    elsewhere("one").remote.write({f"{key}/{record.file}": b"{"})
    other = elsewhere("other")

    other.fetch([key])

    assert other.find(key) is None
