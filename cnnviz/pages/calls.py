"""What a lesson may call: `figure`, `table`, `claim`, `number` and their like."""

import json
from collections.abc import Callable, Hashable
from functools import cache, wraps
from inspect import Signature, signature
from typing import Any

from cnnviz.choice import Slip, UnknownName, pick
from cnnviz.pages.blocks import Blocks, Call
from cnnviz.pages.inside import number_in
from cnnviz.pages.lab import Lab
from cnnviz.pages.layout import Writer
from cnnviz.pages.page import PENDING, Page
from cnnviz.pages.pictures import pictures
from cnnviz.pages.provenance import provenance
from cnnviz.pages.wiring import Entry, check, layout
from cnnviz.pages.wiring import numbers as numbers_of
from cnnviz.pipeline.step import Step


def calls(page: Page) -> dict[str, Call]:
    """Give the functions of a page's template, by name."""
    return {
        name: _told(page, room, name)
        for room in (Measured(page), Blocks(page), Lab(page))
        for name in dir(room)
        if not name.startswith("_")
    }


def _told(page: Page, room: object, name: str) -> Call:
    """Turn an author's mistake into a problem with its line; other errors are ours."""
    call: Call = getattr(room, name)
    form = _form(type(room), name)  # type: ignore[arg-type]  # mypy takes a class's __hash__ for its objects'

    @wraps(call)
    def told(*arguments: Any, **named: Any) -> str:
        try:
            form.bind(room, *arguments, **named)
        except TypeError as error:
            return page.problem(f"{call.__name__}: {error}")
        try:
            return call(*arguments, **named)
        except (UnknownName, Slip) as error:
            notes = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
            return page.problem(f"{call.__name__}: {error}{notes}")

    return told


@cache
def _form(room: Hashable, name: str) -> Signature:
    return signature(getattr(room, name))


class Measured:
    """The calls of one page. Each method that has no underscore is a name in its template."""

    def __init__(self, page: Page):
        self._page = page
        self._site = page.site
        self._language = page.language

    def figure(self, name: str, *, alt: str = "", caption: str = "", **arguments: Any) -> str:
        """Show a figure, with what it was made from and its numbers beside it."""
        if not alt.strip():
            raise Slip(f'figure {name!r} lacks alt="…": say what the picture shows')
        figure = self._page.find("figure", name)
        result = self._site.result(figure, arguments)
        drawings = self._site.drawings(figure, result, self._language.code)
        numbers = numbers_of(result)
        steps = [*drawings.values(), numbers]
        if not self._page.ask("figure", name, arguments, *steps):
            return self._waiting(*steps)
        return self._page.markup(
            "figure",
            id="-".join(["fig", *name.split("_"), *map(str, arguments.values())]),
            number=self._page.figure_number,
            alt=alt.translate({ord("["): "(", ord("]"): ")", ord("\n"): " "}),
            caption=caption,
            images=pictures(self._page, name, drawings),
            **self._beside(name, result, numbers),
        )

    def table(self, name: str, *, caption: str = "", **arguments: Any) -> str:
        """Show a table of measured numbers."""
        table = self._page.find("table", name)
        result = self._site.result(table, arguments)
        numbers = numbers_of(result)
        if not self._page.ask("table", name, arguments, numbers):
            return self._waiting(numbers)
        words = self._site.words[self._language.code].of(table.lesson)
        write = Writer(words, self._language, self._site.quoted)
        heads, rows = layout(table)(self._site.outcome(numbers), write)
        return self._page.markup(
            "table",
            id=f"table-{name.replace('_', '-')}",
            caption=caption,
            heads=heads,
            rows=rows,
            **self._beside(name, result, numbers),
        )

    def claim(self, name: str, sentence: str, **arguments: Any) -> str:
        """Show a claim that the build has checked, with the numbers it looked at."""
        checked = self._page.find("claim", name)
        step = check(checked, self._site.result(checked, arguments))
        if not self._page.ask("claim", name, arguments, step):
            return self._waiting(step)
        outcome = self._site.outcome(step)
        shown = [
            (
                self._label(checked, number),
                self._language.number(one["value"], one["unit"]),
                one["unit"],
            )
            for number, one in outcome["numbers"].items()
        ]
        return self._page.markup(
            "claim", name=name, sentence=sentence, holds=outcome["holds"], numbers=shown
        )

    def widget(
        self,
        name: str,
        *,
        result: str = "",
        shape: str = "",
        caller: Callable[[], str],
        **arguments: Any,
    ) -> str:
        """Show what a reader can play with: docs/assets/widgets/NAME.js, given a result's numbers.

        Its words are `widgets.NAME`, and `widgets.NAME.RESULT` where they are about one result.
        Its own styles, where it has any, lie beside it in NAME.css. What stands in the block is
        shown until it runs, and to readers without JavaScript. A shape, where NAME.room.css
        knows it, keeps other room free until then.
        """
        script = self._site.docs / "assets" / "widgets" / f"{name}.js"
        there = [file.stem for file in script.parent.glob("*.js")]
        pick("widget", name, dict.fromkeys(there))
        steps = [self._numbers(result, arguments)] if result else []
        given = {"result": result, **arguments} if result else {}
        known = self._page.ask("widget", name, given, *steps)
        before, body = self._page.figures, caller().strip()
        if not known:
            return self._waiting(*steps)
        numbers = ""
        for step in steps:
            # From the site's root, as the script knows it: MkDocs moves the links of pages only.
            numbers = f"assets/numbers/{result}.{step.key}.json"
            self._page.show(step, numbers)
        table = self._page.words.table
        words = table(f"widgets.{name}") | table(f"widgets.{name}.{result}")
        number = self._page.figure_number if self._page.figures > before else ""
        return self._page.markup(
            "widget",
            name=name,
            numbers=numbers,
            shape=shape,
            styled=script.with_suffix(".css").is_file(),
            words=json.dumps(words, ensure_ascii=False),
            number=number,
            body=body,
        )

    def only(self, *, claim: str, holds: bool, caller: Callable[[], str], **arguments: Any) -> str:
        """Show text only where a claim turned out one way."""
        checked = self._page.find("claim", claim)
        step = check(checked, self._site.result(checked, arguments))
        if not self._page.ask("condition", claim, {**arguments, "holds": holds}, step):
            if holds and not self._page.failure(step):
                caller()  # most claims hold: what the text asks for is made along with them
            return ""
        return caller() if self._site.outcome(step)["holds"] == holds else ""

    def number(self, name: str, path: str, style: str, **arguments: Any) -> str:
        """Write one measured number, found in a result by its dotted path."""
        step = self._numbers(name, arguments)
        if not self._page.ask("number", name, arguments | {"path": path}, step):
            return PENDING
        value = number_in(self._site.outcome(step), path, f"number in {name!r}")
        return self._language.number(value, style)

    def quoted(self, path: str, style: str) -> str:
        """Write one number of the sources, from docs/quoted.toml."""
        value = number_in(self._site.quoted, path, "quoted number")
        return self._language.number(value, style)

    def _numbers(self, result: str, arguments: dict[str, Any]) -> Step:
        return numbers_of(self._site.result(self._page.find("result", result), arguments))

    def _label(self, claim: Entry, number: str) -> str:
        """Find the word for a number of a claim; `block_7` may be told by `block_n`."""
        words = self._site.words[self._language.code].of(claim.lesson)
        known = words.table(f"claims.{claim.name}")
        head, _, tail = number.rpartition("_")
        if number not in known and f"{head}_n" in known:
            return words(f"claims.{claim.name}.{head}_n", n=tail)
        return words(f"claims.{claim.name}.{number}")

    def _beside(self, name: str, result: Step, numbers: Step) -> dict[str, str]:
        about = provenance(result, self._site.store)
        return {
            "numbers": self._page.show(numbers, f"assets/numbers/{name}.{result.key}.json"),
            "about": self._page.markup("about", about=about),
        }

    def _waiting(self, *steps: Step) -> str:
        reason = self._page.failure(*steps)
        return self._page.markup("problem", message=reason) if reason else PENDING
