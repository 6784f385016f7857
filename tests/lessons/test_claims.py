"""Each claim holds where it is true and fails where it is not: what cannot fail checks nothing."""

from importlib import import_module
from pathlib import Path

import pytest

from cnnviz.pages.wiring import Wiring

WIRING = Wiring()

UNITS = {"percent", "points", "probability", "decimal", "fine", "exact", "whole", "scientific"}

# For each claim a result that it is true of, and results that it is not true of.
HERE = Path(__file__).parent
CASES = {
    f"{lesson}:{name}": case
    for lesson in (file.parent.name for file in sorted(HERE.glob("*/claims.py")))
    for name, case in import_module(f"tests.lessons.{lesson}.claims").CASES.items()
}
FAILURES = [(name, result) for name, (_, results) in CASES.items() for result in results]


def checked(name, result):
    lesson, _, claim = name.partition(":")
    return getattr(import_module(f"cnnviz.lessons.{lesson}.claims"), claim)(result)


def test_every_claim_of_the_lessons_is_tried_here():
    claims = [entry for many in WIRING.entries["claim"].values() for entry in many]

    assert {f"{entry.lesson}:{entry.name}" for entry in claims} <= set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_holds_where_it_is_true(name):
    true, _ = CASES[name]

    assert checked(name, true)["holds"] is True


@pytest.mark.parametrize(("name", "untrue"), FAILURES)
def test_fails_where_it_is_not_true(name, untrue):
    assert checked(name, untrue)["holds"] is False


@pytest.mark.parametrize("name", CASES)
def test_tells_the_numbers_that_it_looked_at_with_their_units(name):
    true, _ = CASES[name]

    numbers = checked(name, true)["numbers"]

    assert numbers
    assert all(isinstance(number["value"], float) for number in numbers.values())
    assert {number["unit"] for number in numbers.values()} <= UNITS
