"""What a function can reach decides its outcome, definition by definition."""

import textwrap

import pytest

from cnnviz.pipeline import code
from cnnviz.pipeline.code import reach

FILES = {
    "__init__.py": "",
    "work.py": """
        import numpy as np

        from parts import kinds
        from parts.tools import helper, Tool as Renamed

        LIMIT = 3
        UNUSED = 4

        def result(value: "Renamed") -> "UNUSED":
            if value > LIMIT:
                raise ValueError(f"{value} is more than {LIMIT}: take less")
            return inner(value)

        def inner(value):
            return helper(value) + kinds.first.start(value)

        def by_class(value):
            return Renamed(value)

        def whole(name):
            return getattr(kinds, name)

        def with_arrays(value):
            return np.stack([value])

        def looked_up(name):
            from importlib import import_module
            return import_module(f"parts.kinds.{name}")
    """,
    "tools.py": """
        from parts.again import repeated as helper

        class Tool:
            def use(self):
                return _hidden()

        def _hidden():
            return 1

        def stranger():
            return 2
    """,
    "again.py": """
        def repeated(value):
            return value
    """,
    "kinds/__init__.py": "",
    "kinds/first.py": """
        def start(value):
            return value

        def stop(value):
            return value
    """,
    "kinds/second.py": """
        def start(value):
            return -value
    """,
    "effects.py": """
        import parts.settings

        def quiet():
            return 0
    """,
    "settings.py": """
        import sys

        sys.setrecursionlimit(5000)
    """,
}


@pytest.fixture
def parts(tmp_path, monkeypatch):
    for name, text in FILES.items():
        file = tmp_path / "parts" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text))
    monkeypatch.syspath_prepend(tmp_path)
    code.forget()
    yield tmp_path / "parts"
    code.forget()


def reached(function):
    return set(reach(f"parts.{function}").definitions)


def edit(file, old, new):
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))
    code.forget()


def test_follows_names_through_imports_and_modules_to_definitions(parts):
    assert reached("work:result") == {
        "parts.work:result",
        "parts.work:LIMIT",
        "parts.work:inner",
        "parts.again:repeated",
        "parts.kinds.first:start",
    }


def test_a_class_counts_whole_with_what_its_methods_use(parts):
    assert reached("work:by_class") == {
        "parts.work:by_class",
        "parts.tools:Tool",
        "parts.tools:_hidden",
    }


def test_a_package_that_is_handed_on_counts_whole(parts):
    edit(parts / "kinds" / "__init__.py", "", "def every():\n    return 1\n")

    assert "parts.kinds:every" in reached("work:whole")


def test_a_name_that_is_looked_up_while_running_is_not_followed(parts):
    assert reached("work:looked_up") == {"parts.work:looked_up"}


def test_a_whole_module_can_be_asked_for(parts):
    assert reached("kinds.first") == {"parts.kinds.first:start", "parts.kinds.first:stop"}


def test_what_a_module_does_when_it_is_imported_counts(parts):
    assert "parts.settings:" in reached("effects:quiet")


def test_only_libraries_that_are_used_count(parts):
    assert "numpy" not in reach("parts.work:result").libraries
    assert "numpy" in reach("parts.work:with_arrays").libraries


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("is more than {LIMIT}: take less", "exceeds {LIMIT}"),
        ('value: "Renamed") -> "UNUSED"', 'value: "int") -> "int"'),
        ("UNUSED = 4", "UNUSED = 5"),
        ("def whole(name):", "def other(name):"),
    ],
    ids=["the words of an error", "an annotation", "another constant", "another function"],
)
def test_what_decides_nothing_is_not_in_the_digest(parts, old, new):
    before = reach("parts.work:result").digest

    edit(parts / "work.py", old, new)

    assert reach("parts.work:result").digest == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("work.py", "LIMIT = 3", "LIMIT = 4"),
        ("work.py", "if value > LIMIT", "if value >= LIMIT"),
        ("again.py", "return value", "return value + 0"),
        ("kinds/first.py", "def start(value)", "def start(value, more=1)"),
    ],
)
def test_what_decides_is_in_the_digest(parts, file, old, new):
    before = reach("parts.work:result").digest

    edit(parts / file, old, new)

    assert reach("parts.work:result").digest != before


def test_an_import_of_everything_is_refused_for_it_would_not_be_followed(parts):
    edit(parts / "work.py", "from parts import kinds", "from parts.kinds.first import *")

    with pytest.raises(ImportError, match=r"work\.py:4: an import of everything"):
        reach("parts.work:result")


def test_what_was_kept_of_a_file_serves_only_that_content(parts):
    before = reach("parts.work:result").digest
    edit(parts / "work.py", "LIMIT = 3", "LIMIT = 5")

    edit(parts / "work.py", "LIMIT = 5", "LIMIT = 3")

    assert reach("parts.work:result").digest == before
