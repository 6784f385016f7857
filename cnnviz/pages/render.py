"""A page rendered: from what an author wrote to the Markdown that shows it."""

import json
import traceback
from functools import partial
from pathlib import Path

from jinja2 import TemplateSyntaxError, UndefinedError

from cnnviz.pages.bibliography import cited
from cnnviz.pages.calls import calls
from cnnviz.pages.cards import neighbours
from cnnviz.pages.formula import formula, safe_in_markdown, with_formulas
from cnnviz.pages.page import PENDING, Page
from cnnviz.pages.prose import CELL, outside_code
from cnnviz.pages.sharing import social_card


def render(page: Page) -> str:
    """Give a page's Markdown; the page notes all that it asks for."""
    if page.lesson or "home" in page.source.head:
        social_card(page)
    try:
        template = page.site.lessons.get_template(str(page.source.file), globals=calls(page))
        body = template.render()
    except TemplateSyntaxError as error:
        body = page.problem(error.message or "this is no template", error.lineno)
    except UndefinedError as error:
        body = page.problem(str(error), _line_of(error, page.source.file))
    body = outside_code(body, partial(_finished, page))
    body = CELL.sub("```python", body)
    kind = "lesson" if page.lesson else "page"
    end = _end(page) if page.lesson else ""
    return page.markup(kind, head=page.source.head, body=body.strip("\n"), end=end)


def _end(page: Page) -> str:
    words = json.dumps(page.words.table("progress"), ensure_ascii=False)
    return page.markup("neighbours", lesson=page.lesson, cards=neighbours(page), words=words)


def _finished(page: Page, text: str) -> str:
    """Set what stands in sentences apart: terms of the glossary, citations, formulas."""
    if page.lesson:
        text = page.site.glossaries[page.language.code].marked(text)
    return with_formulas(cited(text, partial(_citation, page)), partial(_formula, page))


def _citation(page: Page, keys: list[str], written: str, line: int) -> str:
    line = _source_line(page, written, line)
    if not keys:
        return page.problem(f"{written} is no citation: write [@key] or [@one; @other]", line)
    target, others = page.page_path("bibliography"), page.words("site.et_al")
    try:
        links = [f"[{page.site.bibliography.cite(key, others)}]({target}#{key})" for key in keys]
    except KeyError as error:
        return page.problem(str(error), line)
    return f"({'; '.join(links)})"


def _formula(page: Page, tex: str, display: bool, line: int) -> str:
    line = _source_line(page, tex.splitlines()[0], line)
    if display and not tex.strip("$"):
        message = "a $$ stands alone: a formula begins and ends with $$ on lines of their own"
        return page.problem(message, line)
    step = formula(tex, display, page.site.root)
    if not page.ask("formula", tex, {}, step, line=line):
        reason = page.failure(step)
        return page.markup("problem", message=reason) if reason else PENDING
    return safe_in_markdown(page.site.outcome(step).data.decode())


def _source_line(page: Page, text: str, otherwise: int) -> int:
    """Find a text in the source: what Jinja wrote has other lines."""
    numbered = enumerate(page.source.lines, 1)
    return next((number for number, line in numbered if text in line), otherwise)


def _line_of(error: BaseException, file: Path) -> int:
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == str(file)]
    return (lines[-1] or 0) if lines else 0
