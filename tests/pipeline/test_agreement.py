"""What is stored under a key was made by the code of that key, wherever it was made."""

import sys

import pytest

from cnnviz.pipeline import agreement, code
from cnnviz.pipeline.agreement import OtherCode
from cnnviz.pipeline.step import Step
from cnnviz.pipeline.store import Store
from cnnviz.pipeline.worker import make
from tests.steps import Workshop


@pytest.fixture
def workshop(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    code.forget()
    yield Workshop(tmp_path)
    code.forget()
    for name in [name for name in sys.modules if name.partition(".")[0] == "workshop"]:
        del sys.modules[name]
        agreement._loaded.pop(name, None)


@pytest.fixture
def store(tmp_path):
    return Store(str(tmp_path / "store"))


def planned(function, **arguments):
    return Step(f"workshop.work:{function}", arguments).sent()


def test_what_was_edited_while_it_ran_is_not_stored(workshop, store):
    file = str(workshop.folder / "work.py")
    step = planned("editing", file=file, old="value * 1", new="value * 3")

    with pytest.raises(OtherCode, match=r"workshop\.work"):
        make(step, store.url)

    assert Store(store.url).find(step.key) is None


def test_a_worker_with_other_code_stores_nothing(workshop, store):
    step = planned("number", value=2)
    workshop.edit("work.py", 'return {"value": value}', 'return {"value": -value}')

    with pytest.raises(OtherCode, match=r"workshop\.work.*nothing was stored"):
        make(step, store.url)

    assert Store(store.url).find(step.key) is None


def test_a_worker_that_loaded_the_code_before_it_was_edited_stores_nothing(workshop, store):
    make(planned("number", value=2), store.url)
    workshop.edit("work.py", 'return {"value": value}', 'return {"value": -value}')
    step = planned("number", value=3)  # with the new code, which this process has not loaded

    with pytest.raises(OtherCode, match=r"workshop\.work"):
        make(step, store.url)

    assert Store(store.url).find(step.key) is None


def test_a_worker_with_other_libraries_stores_nothing(workshop, store, monkeypatch):
    workshop.edit(
        "tools.py", "return 2 * value", "import numpy\n    return numpy.add(value, value)"
    )
    step = planned("doubled", of={"value": 2})
    code.forget()
    monkeypatch.setattr(code, "version", lambda distribution: "99.1.0")

    with pytest.raises(OtherCode, match=r"numpy .* there and 99\.1 here"):
        make(step, store.url)

    assert Store(store.url).find(step.key) is None


def test_an_edited_comment_is_no_other_code(workshop, store):
    make(planned("doubled", of={"value": 2}), store.url)
    workshop.edit("tools.py", "# by multiplication", "# by doubling")

    record = make(planned("doubled", of={"value": 3}), store.url)

    assert Store(store.url).load(record.key) == {"value": 6}


def test_an_edit_elsewhere_in_the_module_is_no_other_code(workshop, store):
    make(planned("number", value=2), store.url)
    workshop.edit("work.py", "this step cannot work", "this step fails")

    record = make(planned("number", value=3), store.url)

    assert Store(store.url).load(record.key) == {"value": 3}
