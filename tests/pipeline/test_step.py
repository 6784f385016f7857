"""A step's key changes with all that decides its outcome, and with nothing else."""

import pytest

from cnnviz.pipeline import code
from cnnviz.pipeline.code import reach
from cnnviz.pipeline.step import Step, closure
from tests.steps import Workshop


@pytest.fixture
def workshop(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    code.forget()
    yield Workshop(tmp_path)
    code.forget()


def doubled(value=3):
    return Step("workshop.work:doubled", {"of": Step("workshop.work:number", {"value": value})})


def test_equal_calls_have_equal_keys(workshop):
    assert doubled(3).key == doubled(3).key


def test_the_name_is_for_people_only(workshop):
    assert Step("workshop.work:threads", {}, "one").key == Step("workshop.work:threads").key


def test_another_argument_is_another_key(workshop):
    assert doubled(3).key != doubled(4).key


def test_an_argument_upstream_is_another_key_downstream(workshop):
    parts = [Step("workshop.work:number", {"value": value}) for value in (1, 2)]

    forward = Step("workshop.work:total", {"parts": parts})
    backward = Step("workshop.work:total", {"parts": parts[::-1]})

    assert forward.key != backward.key


def test_an_edited_helper_module_is_another_key(workshop):
    before = doubled().key

    workshop.edit("tools.py", "2 * value", "value + value")

    assert doubled().key != before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("tools.py", "  # by multiplication", "  # by doubling"),
        ("tools.py", '"""Double it."""', '"""Give twice the value."""'),
        ("tools.py", '"""A helper that work.py imports."""', '"""A helper."""'),
        ("tools.py", "def twice", "\n\n\ndef twice"),
        ("unrelated.py", "3 * value", "value + value + value"),
    ],
    ids=["a comment", "a docstring", "a module's docstring", "blank lines", "a stranger"],
)
def test_what_decides_nothing_changes_no_key(workshop, name, old, new):
    before = doubled().key

    workshop.edit(name, old, new)

    assert doubled().key == before


def test_imports_inside_functions_count(workshop):
    workshop.edit(
        "work.py",
        '    return {"value": value}',
        "    from workshop.unrelated import thrice\n    return {'value': thrice(value)}",
    )

    assert "workshop.unrelated:thrice" in reach("workshop.work:number").definitions


def test_another_minor_version_of_a_deciding_library_is_another_key(workshop, monkeypatch):
    workshop.edit(
        "tools.py", "return 2 * value", "import numpy\n    return numpy.add(value, value)"
    )
    before = doubled().key

    code.forget()
    monkeypatch.setattr(code, "version", lambda distribution: "99.1.0")

    assert doubled().parts["libraries"] == {"numpy": "99.1"}
    assert doubled().key != before


def test_relative_imports_are_refused_for_they_would_not_be_followed(workshop):
    workshop.edit("work.py", "from workshop.tools import", "from .tools import")

    with pytest.raises(ImportError, match=r"work\.py:3"):
        _ = doubled().key


def test_a_module_that_does_not_exist_is_an_error(workshop):
    with pytest.raises(ModuleNotFoundError, match=r"workshop\.nothing"):
        _ = Step("workshop.nothing:at_all").key


def test_the_closure_has_upstream_first_and_each_step_once(workshop):
    shared = Step("workshop.work:number", {"value": 1})
    left, right = (Step("workshop.work:doubled", {"of": shared}) for _ in range(2))
    top = Step("workshop.work:total", {"parts": [left, right]})

    plan = list(closure([top]))

    assert plan == [shared.key, left.key, top.key]


def test_keys_are_found_without_importing_anything(workshop):
    import sys

    _ = doubled().key

    assert not any(name.startswith("workshop") for name in sys.modules)
