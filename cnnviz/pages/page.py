"""One page in one language while it is rendered: what it asked for, shows and gets wrong."""

import os
from pathlib import PurePosixPath
from string import ascii_lowercase
from typing import Any

from cnnviz.pages.ask import Ask, as_json, template_line
from cnnviz.pages.problems import Problem
from cnnviz.pages.site import Site
from cnnviz.pages.source import Lesson, Source
from cnnviz.pages.wiring import Entry
from cnnviz.pipeline.step import Step

PENDING = "⧗"  # stands for what the first pass does not know yet


class Page:
    """A page while it is rendered."""

    def __init__(self, site: Site, source: Source):
        self.site = site
        self.source = source
        self.language = source.language
        self.words = site.words[source.language.code].of(self.home)
        self.asks: list[Ask] = []
        self.problems: list[Problem] = []
        self.files: dict[str, Step] = {}  # what the page shows or links, by path
        self.notebook = False
        self.choosing: int | None = None  # how many figures came before an open choice
        self.merged = 0  # figures of earlier choices beyond the first of each

    @property
    def figures(self) -> int:
        """How many figures the page has asked for so far."""
        return sum(ask.kind == "figure" for ask in self.asks)

    @property
    def figure_number(self) -> str:
        """The number of the latest figure; those to choose from share one: 3a, 3b and so on."""
        if self.choosing is None:
            return str(self.figures - self.merged)
        letter = ascii_lowercase[self.figures - self.choosing - 1]
        return f"{self.choosing + 1 - self.merged}{letter}"

    @property
    def home(self) -> str:
        """The lesson in whose folder names are looked up first, as Python writes it."""
        return self.source.name.rpartition("/")[2].replace("-", "_")

    def find(self, kind: str, name: str) -> Entry:
        """Find the figure, table, claim or result that the page names."""
        return self.site.wiring.find(kind, name, self.home)

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that this page is, or None for other pages."""
        named = (lesson for lesson in self.site.course if lesson.page == self.source.name)
        return next(named, None)

    def ask(
        self, kind: str, name: str, arguments: dict[str, Any], *steps: Step, line: int | None = None
    ) -> bool:
        """Note what the page asks for; True where all of it is in the store."""
        self.asks.append(
            Ask(
                kind=kind,
                name=name,
                arguments=as_json(arguments),
                file=self.source.shown_file,
                line=template_line() if line is None else line,
                steps=steps,
            )
        )
        self.site.asked.setdefault(self.source.name, {}).update({s.key: s for s in steps})
        return all(self.site.record(step) for step in steps)

    def problem(self, message: str, line: int | None = None) -> str:
        """Note a mistake of the author's, and give what stands in its place on the page."""
        at = template_line() if line is None else line
        problem = Problem(self.source.shown_file, at, message)
        self.problems.append(problem)
        return self.markup("problem", message=str(problem))

    def failure(self, *steps: Step) -> str | None:
        """Say why one of the steps could not be made; None where none has failed."""
        reasons = (self.site.failures.get(step.key) for step in steps)
        return next((reason for reason in reasons if reason), None)

    def markup(self, template: str, **values: Any) -> str:
        """Render one of the templates of docs/templates."""
        found = self.site.templates.get_template(f"{template}.md")
        return found.render(word=self.words, page=self, language=self.language, **values)

    def path_to(self, target: str) -> str:
        """Give the way from this page to another file of the tree."""
        here = PurePosixPath(self.source.target).parent
        return PurePosixPath(os.path.relpath(target, here)).as_posix()

    def page_path(self, name: str) -> str:
        """Give the way to another page in the same language."""
        return self.path_to(Source(self.site.docs, name, self.language).target)

    def show(self, step: Step, path: str) -> str:
        """Give the way to a file that holds a step's outcome, and have it written."""
        self.files[path] = step
        return self.path_to(path)
