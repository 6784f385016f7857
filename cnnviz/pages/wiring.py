"""The wiring: what lessons can measure, draw, lay out and check, told by names in their folders.

In a lesson's folder a public function of `plan.py` is a result. `figures/NAME.py` is the figure
NAME; a public function of `tables.py` is a table, one of `claims.py` a claim. The first parameter
of each has the name of the result that it shows. All of it is read, and no list is kept: only a
plan that is asked for, or a table, is imported.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from cnnviz.choice import UnknownName, pick
from cnnviz.pages.layout import Layout
from cnnviz.pages.problems import Problem, SiteError
from cnnviz.pipeline.code import source, source_file
from cnnviz.pipeline.parsed import Definition
from cnnviz.pipeline.step import Named, Step
from cnnviz.profile import Profile

LESSONS = "cnnviz.lessons"
ROOMS = {"table": "tables", "claim": "claims"}  # by what their functions are
KINDS = ("result", "figure", *ROOMS)


@dataclass(frozen=True)
class Entry:
    """A function that a lesson may name."""

    kind: str  # "result", "figure", "table" or "claim"
    name: str
    module: str
    function: str
    result: str  # that it shows; a result shows itself
    parameters: tuple[str, ...]
    line: int

    @property
    def file(self) -> Path:
        """The file in which it is written."""
        file = source_file(self.module)
        assert file is not None  # its module was read
        return file


class Wiring:
    """All that the lessons of a package give names to; SiteError tells every name that is off."""

    def __init__(self, package: str = LESSONS):
        self.package = package
        self.entries: dict[str, dict[str, Entry]] = {kind: {} for kind in KINDS}
        self.problems: list[Problem] = []
        for lesson in self.lessons:
            self._read(lesson)
        for kind in KINDS:
            for entry in self.entries[kind].values():
                self._check(entry)
        if self.problems:
            raise SiteError(self.problems)

    @cached_property
    def lessons(self) -> list[str]:
        """The folders that have a plan, by their names in Python."""
        folders = import_module(self.package).__path__
        plans = (file for folder in folders for file in Path(folder).glob("[!._]*/plan.py"))
        return sorted(file.parent.name for file in plans)

    def result(self, kind: str, name: str, arguments: dict[str, Any], profile: Profile) -> Step:
        """Give the result that a figure, table, claim or number stands on.

        UnknownName where there is no such name or argument; the message has the near miss.
        """
        shown = pick(kind, name, self.entries[kind])
        entry = self.entries["result"][shown.result]
        known = entry.parameters[1:]
        for argument in arguments:
            if argument not in known:
                raise UnknownName(f"argument of {kind} {name!r}", argument, known)
        step: Step = getattr(import_module(entry.module), entry.function)(profile, **arguments)
        return step if step.name else step.called(entry.name)

    def drawing(
        self, name: str, shown: Step, words: dict[str, str], theme: str, language: str, note: str
    ) -> Step:
        """Give the drawing of a result: for one theme, and one language where it has words."""
        module = self.entries["figure"][name].module
        arguments: dict[str, Any] = {
            "draw": Named(module, f"{module}:draw"),
            "result": shown,
            "words": words,
            "theme": theme,
        }
        if note:
            arguments["note"] = note
        label = ".".join(part for part in (name, language, theme) if part)
        return Step("cnnviz.drawing.picture:picture", arguments, label, {"shown": "drawings"})

    def claim(self, name: str, shown: Step) -> Step:
        """Give the check of a claim."""
        entry = self.entries["claim"][name]
        arguments = {entry.result: shown}
        return Step(f"{entry.module}:{name}", arguments, f"claim {name}", {"shown": "claims"})

    def table(self, name: str) -> Layout:
        """Give the function that lays out a table."""
        entry = pick("table", name, self.entries["table"])
        layout: Layout = getattr(import_module(entry.module), name)
        return layout

    def _read(self, lesson: str) -> None:
        room = f"{self.package}.{lesson}"
        self._functions("result", f"{room}.plan")
        for kind, name in ROOMS.items():
            if source_file(f"{room}.{name}") is not None:
                self._functions(kind, f"{room}.{name}")
        plan = source_file(f"{room}.plan")
        assert plan is not None
        for file in sorted(plan.parent.glob("figures/[!._]*.py")):
            module = f"{room}.figures.{file.stem}"
            draw = source(module).functions().get("draw")
            if draw is None:
                self._problem(file, 1, f"the figure {file.stem!r} has no function `draw`")
                continue
            self._add("figure", file.stem, module, "draw", draw)

    def _functions(self, kind: str, module: str) -> None:
        for name, function in source(module).functions().items():
            self._add(kind, name, module, name, function)

    def _add(self, kind: str, name: str, module: str, function: str, of: Definition) -> None:
        parameters = tuple(of.parameters or ())
        shown = name if kind == "result" else "".join(parameters[:1])
        entry = Entry(kind, name, module, function, shown, parameters, of.line)
        other = self.entries[kind].setdefault(name, entry)
        if other is not entry:
            message = f"the {kind} {name!r} is in {other.file.parent.name} too"
            self._problem(entry.file, entry.line, message)

    def _check(self, entry: Entry) -> None:
        """A figure, table or claim shows a result that there is, by its first parameter."""
        if entry.result not in self.entries["result"]:
            unknown = UnknownName("result", entry.result, self.entries["result"])
            what = f"the first parameter of the {entry.kind} {entry.name!r} names its result"
            self._problem(entry.file, entry.line, f"{what}: {unknown}")

    def _problem(self, file: Path, line: int, message: str) -> None:
        self.problems.append(Problem(file, line, message))


@cache  # a step is itself: the same one has the same key, digested once
def numbers(of: Step) -> Step:
    """Give a result's numbers as a file that a reader can open."""
    name = f"numbers of {of.label}"
    return Step("cnnviz.pipeline.plain:plain", {"result": of}, name, {"shown": "numbers"})
