"""The wiring: what lessons can measure, draw, lay out and check, told by names in their folders.

In a lesson's folder a public function of `plan.py` is a result. `figures/NAME.py` is the figure
NAME; a public function of `tables.py` is a table, one of `claims.py` a claim. The first parameter
of each has the name of the result that it shows. All of it is read, and no list is kept: only a
plan that is asked for, or a table, is imported.

A lesson finds its own names first, then those of `shared`, then any other lesson's.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from cnnviz.choice import Slip, UnknownName
from cnnviz.pages.layout import Layout
from cnnviz.pages.problems import Problem, SiteError
from cnnviz.pipeline.code import source, source_file
from cnnviz.pipeline.parsed import Definition
from cnnviz.pipeline.step import Named, Step
from cnnviz.profile import Profile

LESSONS = "cnnviz.lessons"
SHARED = "shared"
ROOMS = {"result": "plan", "table": "tables", "claim": "claims"}  # by what their functions are
KINDS = (*ROOMS, "figure")


@dataclass(frozen=True)
class Entry:
    """A function that a lesson may name."""

    kind: str  # "result", "figure", "table" or "claim"
    name: str
    lesson: str  # as Python writes it: "pixel_remap"
    module: str
    function: str
    parameters: tuple[str, ...]
    line: int

    @property
    def shows(self) -> str:
        """The name of the result that it shows; a result shows itself."""
        return self.name if self.kind == "result" else "".join(self.parameters[:1])

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
        self.problems: list[Problem] = []
        self.entries: dict[str, dict[str, list[Entry]]] = {kind: {} for kind in KINDS}
        for lesson in self.lessons:
            self._read(lesson)
        for entry in [one for names in self.entries.values() for e in names.values() for one in e]:
            self._check(entry)
        if self.problems:
            raise SiteError(self.problems)

    @cached_property
    def lessons(self) -> list[str]:
        """The folders that have a plan, by their names in Python."""
        folders = import_module(self.package).__path__
        plans = (file for folder in folders for file in Path(folder).glob("[!._]*/plan.py"))
        return sorted(file.parent.name for file in plans)

    def find(self, kind: str, name: str, lesson: str = "") -> Entry:
        """Find what a lesson's page means by a name; UnknownName gives the near miss."""
        found = self.entries[kind].get(name, [])
        for nearest in (lesson, SHARED):
            near = [entry for entry in found if entry.lesson == nearest]
            if near:
                return near[0]
        if not found:
            raise UnknownName(kind, name, self.entries[kind])
        if len(found) > 1:
            where = ", ".join(entry.lesson for entry in found)
            raise Slip(f"the {kind} {name!r} is in {where}: only their own pages can name it")
        return found[0]

    def result(self, shown: Entry, arguments: dict[str, Any], profile: Profile) -> Step:
        """Give the result that a figure, table, claim or number stands on.

        UnknownName where it takes no such argument; the message has the near miss.
        """
        entry = self.find("result", shown.shows, shown.lesson)
        known = entry.parameters[1:]
        for argument in arguments:
            if argument not in known:
                raise UnknownName(f"argument of {shown.kind} {shown.name!r}", argument, known)
        step: Step = getattr(import_module(entry.module), entry.function)(profile, **arguments)
        return step if step.name else step.called(entry.name)

    def _read(self, lesson: str) -> None:
        room = f"{self.package}.{lesson}"
        for kind, name in ROOMS.items():
            if source_file(f"{room}.{name}") is not None:
                for function, of in source(f"{room}.{name}").functions().items():
                    self._add(kind, function, lesson, f"{room}.{name}", function, of)
        plan = source_file(f"{room}.plan")
        assert plan is not None
        for file in sorted(plan.parent.glob("figures/[!._]*.py")):
            module = f"{room}.figures.{file.stem}"
            draw = source(module).functions().get("draw")
            if draw is None:
                self._problem(file, 1, f"the figure {file.stem!r} has no function `draw`")
            else:
                self._add("figure", file.stem, lesson, module, "draw", draw)

    def _add(
        self, kind: str, name: str, lesson: str, module: str, function: str, of: Definition
    ) -> None:
        entry = Entry(kind, name, lesson, module, function, tuple(of.parameters or ()), of.line)
        self.entries[kind].setdefault(name, []).append(entry)

    def _check(self, entry: Entry) -> None:
        """A figure, table or claim shows a result that there is, by its first parameter."""
        try:
            self.find("result", entry.shows, entry.lesson)
        except (UnknownName, Slip) as error:
            what = f"the first parameter of the {entry.kind} {entry.name!r} names its result"
            self._problem(entry.file, entry.line, f"{what}: {error}")

    def _problem(self, file: Path, line: int, message: str) -> None:
        self.problems.append(Problem(file, line, message))


def drawing(
    figure: Entry, shown: Step, words: dict[str, str], theme: str, language: str, note: str
) -> Step:
    """Give the drawing of a result: for one theme, and one language where it has words."""
    arguments: dict[str, Any] = {
        "draw": Named(figure.module, f"{figure.module}:draw"),
        "result": shown,
        "words": words,
        "theme": theme,
    }
    if note:
        arguments["note"] = note
    label = ".".join(part for part in (figure.name, language, theme) if part)
    return Step("cnnviz.drawing.picture:picture", arguments, label, {"shown": "drawings"})


@cache  # a step is itself: the same one has the same key, digested once
def numbers(of: Step) -> Step:
    """Give a result's numbers as a file that a reader can open."""
    name = f"numbers of {of.label}"
    return Step("cnnviz.pipeline.plain:plain", {"result": of}, name, {"shown": "numbers"})


def check(claim: Entry, shown: Step) -> Step:
    """Give the check of a claim."""
    about = {"shown": "claims"}
    return Step(f"{claim.module}:{claim.name}", {claim.shows: shown}, f"claim {claim.name}", about)


def layout(table: Entry) -> Layout:
    """Give the function that lays out a table."""
    found: Layout = getattr(import_module(table.module), table.name)
    return found
