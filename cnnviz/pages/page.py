"""One page in one language: rendered from its source, with a trace of all it asked for."""

import json
import os
import traceback
from pathlib import Path, PurePosixPath
from string import ascii_lowercase
from typing import Any

from jinja2 import TemplateSyntaxError, UndefinedError

from cnnviz.pages.ask import Ask, as_json, template_line
from cnnviz.pages.bibliography import cited
from cnnviz.pages.formula import formula, safe_in_markdown, with_formulas
from cnnviz.pages.problems import Problem
from cnnviz.pages.prose import CELL, outside_code
from cnnviz.pages.site import Site
from cnnviz.pages.source import Lesson, Source
from cnnviz.pipeline.step import Step

PENDING = "⧗"  # stands for what the first pass does not know yet


class Page:
    """A page while it is rendered."""

    def __init__(self, site: Site, source: Source):
        self.site = site
        self.source = source
        self.language = source.language
        self.words = site.words[source.language.code]
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

    def render(self) -> str:
        """Give the page's Markdown."""
        from cnnviz.pages.calls import calls
        from cnnviz.pages.sharing import social_card

        if self.lesson or "home" in self.source.head:
            social_card(self)
        try:
            template = self.site.lessons.get_template(str(self.source.file), globals=calls(self))
            body = template.render()
        except TemplateSyntaxError as error:
            body = self.problem(error.message or "this is no template", error.lineno)
        except (UndefinedError, TypeError) as error:
            body = self.problem(str(error), _line_of(error, self.source.file))
        body = outside_code(body, self._finished)
        body = CELL.sub("```python", body)
        kind = "lesson" if self.lesson else "page"
        end = self._end() if self.lesson else ""
        return self.markup(kind, head=self.source.head, body=body.strip("\n"), end=end)

    def _end(self) -> str:
        from cnnviz.pages.cards import neighbours

        words = json.dumps(self.words.table("progress"), ensure_ascii=False)
        return self.markup("neighbours", lesson=self.lesson, cards=neighbours(self), words=words)

    def _finished(self, text: str) -> str:
        if self.lesson:
            text = self.site.glossaries[self.language.code].marked(text)
        return with_formulas(cited(text, self._citation), self._formula)

    def _citation(self, keys: list[str], written: str, line: int) -> str:
        line = self._source_line(written, line)
        if not keys:
            return self.problem(f"{written} is no citation: write [@key] or [@one; @other]", line)
        page, others = self.page_path("bibliography"), self.words("site.et_al")
        try:
            links = [f"[{self.site.bibliography.cite(key, others)}]({page}#{key})" for key in keys]
        except KeyError as error:
            return self.problem(str(error), line)
        return f"({'; '.join(links)})"

    def _formula(self, tex: str, display: bool, line: int) -> str:
        line = self._source_line(tex.splitlines()[0], line)
        if display and not tex.strip("$"):
            message = "a $$ stands alone: a formula begins and ends with $$ on lines of their own"
            return self.problem(message, line)
        step = formula(tex, display, self.site.root)
        if not self.ask("formula", tex, {}, step, line=line):
            reason = self.failure(step)
            return self.markup("problem", message=reason) if reason else PENDING
        return safe_in_markdown(self.site.outcome(step).data.decode())

    def _source_line(self, text: str, otherwise: int) -> int:
        """Find a text in the source: what Jinja wrote has other lines."""
        numbered = enumerate(self.source.lines, 1)
        return next((number for number, line in numbered if text in line), otherwise)


def _line_of(error: BaseException, file: Path) -> int:
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == str(file)]
    return (lines[-1] or 0) if lines else 0
