"""The calls of a lesson that measure nothing: questions, exercises, lists of what there is."""

import json
from collections.abc import Callable
from typing import Any
from unicodedata import normalize

from cnnviz.choice import Slip, UnknownName, pick
from cnnviz.pages.cards import card
from cnnviz.pages.glossary import use
from cnnviz.pages.graph import graph
from cnnviz.pages.page import Page
from cnnviz.pages.plan import COLUMNS, Group, plan
from cnnviz.pages.provenance import provenance
from cnnviz.pipeline.step import Step
from cnnviz.profile import SOURCES

Call = Callable[..., str]


class Blocks:
    """The calls of one page. Each method that has no underscore is a name in its template."""

    def __init__(self, page: Page):
        self._page = page
        self._site = page.site
        self._language = page.language

    def guess(self, name: str, *, question: str, options: list[str], caller: Call) -> str:
        """Let the reader guess before the answer is shown."""
        self._page.ask("guess", name, {"options": len(options)})
        return self._page.markup(
            "guess", name=name, question=question, options=options, body=caller().strip()
        )

    def quiz(
        self, name: str, *, question: str, options: list[str], right: int, caller: Call
    ) -> str:
        """Ask a question that is answered at once and explained; `right` counts from 1."""
        if not 1 <= right <= len(options):
            raise Slip(f"right is {right}, but the options count from 1 to {len(options)}")
        self._page.ask("quiz", name, {"options": len(options), "right": right})
        return self._page.markup(
            "quiz",
            name=name,
            question=question,
            options=options,
            right=right,
            body=caller().strip(),
        )

    def choice(self, name: str, *, question: str, options: list[str], caller: Call) -> str:
        """Show one of several figures, chosen by the reader: as many as there are options."""
        page = self._page
        page.choosing = page.figures
        body = caller().strip()
        there, page.choosing = page.figures - page.choosing, None
        page.merged += there - 1
        if there != len(options):
            raise Slip(f"there are {len(options)} options and {there} figures to choose from")
        self._page.ask("choice", name, {"options": len(options)})
        return self._page.markup("choice", name=name, question=question, options=options, body=body)

    def task(self, name: str, *, title: str, caller: Call) -> str:
        """Show something to try."""
        self._page.ask("task", name, {})
        return self._page.markup("task", name=name, title=title, body=caller().strip())

    def exercise(self, name: str, *, caller: Call) -> str:
        """Show an exercise, numbered in the order of the page."""
        self._page.ask("exercise", name, {})
        number = sum(ask.kind == "exercise" for ask in self._page.asks)
        return self._page.markup("exercise", name=name, number=number, body=caller().strip())

    def answer(self, name: str, *, caller: Call) -> str:
        """Show an exercise's answer, hidden until the reader opens it."""
        exercises = {ask.name for ask in self._page.asks if ask.kind == "exercise"}
        if name not in exercises:
            raise UnknownName("exercise above this answer", name, exercises)
        self._page.ask("answer", name, {})
        return self._page.markup("answer", name=name, body=caller().strip())

    def notebook(self) -> str:
        """Link the lesson's notebook."""
        self._page.ask("notebook", self._page.source.name, {})
        self._page.notebook = True
        name = f"{self._page.source.name.rpartition('/')[2]}.{self._language.code}.ipynb"
        path = self._page.path_to(f"assets/notebooks/{name}")
        colab = self._site.links.colab
        return self._page.markup("notebook", path=path, colab=f"{colab}/{name}" if colab else "")

    def lessons(self) -> str:
        """Show the lessons as cards, each with a picture made by this build."""
        cards = [card(self._page, lesson) for lesson in self._site.course]
        words = json.dumps(self._page.words.table("progress"), ensure_ascii=False)
        return self._page.markup("cards", cards=[one for one in cards if one], words=words)

    def term(self, key: str, text: str) -> str:
        """Explain a term of the glossary at this place, as the page's sentence writes it."""
        pick("term", key, self._site.glossaries[self._language.code].terms)
        self._page.ask("term", key, {})
        return use(key, text)

    def where(self, setting: str, value: str, *, caller: Call) -> str:
        """Show text only where the profile says so: `where("parking.source", "drawn")`."""
        table, _, name = setting.partition(".")
        found = pick(
            "setting", name, vars(pick("table of a profile", table, vars(self._site.profile)))
        )
        if name == "source":
            pick(f"source of {table}", value, SOURCES[table])
        self._page.ask("condition", setting, {"is": value})
        return caller() if found == value else ""

    def glossary(self) -> str:
        """List the terms of the course, each with its names in the other languages."""
        own = self._site.glossaries[self._language.code].terms
        others = {code: other.terms for code, other in self._site.glossaries.items()}
        others.pop(self._language.code)
        entries = [
            {"key": key, "term": own[key], "others": {c: t[key].term for c, t in others.items()}}
            for key in sorted(own, key=lambda key: _letters(own[key].term))
        ]
        return self._page.markup("glossary", entries=entries)

    def references(self) -> str:
        """List the whole bibliography."""
        bibliography = self._site.bibliography
        notes = self._page.words.table("bibliography.notes")
        items = [(key, bibliography.reference(key, notes)) for key in bibliography.sorted_keys()]
        return self._page.markup("references", items=items)

    def build_summary(self) -> str:
        """Tell what this build computed, in a picture and in tables: the page that shows times."""
        whole = plan(self._site)
        results = sorted(self._site.results.values(), key=lambda step: step.label)
        rows = [self._row(step) for step in results if self._site.record(step)]
        heads = {column: self._page.words(f"build.columns.{column}") for column in COLUMNS}
        return self._page.markup(
            "build",
            rows=rows,
            profile=self._site.profile,
            plan=whole,
            heads=heads,
            label=self._group,
            time=self._time,
            graph=graph(whole, self._group, heads, self._told),
        )

    def _row(self, result: Step) -> dict[str, Any]:
        about = provenance(result, self._site.store)
        names = self._page.words.table("pretrained.networks")
        data = self._page.words.table("build.data")
        networks = [*about.networks, *(network for network, _ in about.pretrained)]
        return {
            "name": result.label,
            "about": about,
            "data": [data.get(source.name, source.name) for source in about.data],
            "networks": [names.get(network, network) for network in networks],
            "record": self._site.record(result),
        }

    def _group(self, group: Group) -> str:
        words = self._page.words
        if group.column == "results":
            return words("lesson.label", n=group.name) if group.name else words("build.elsewhere")
        table = {"trainings": "pretrained.networks"}.get(group.column, f"build.{group.column}")
        return words.table(table).get(group.name, group.name)

    def _told(self, group: Group) -> str:
        return f"{self._language.decimals(group.steps, 0)} · {self._time(group.seconds)}"

    def _time(self, seconds: float) -> str:
        """Write a time in seconds or, where it is long, in minutes."""
        if seconds < 100:
            return f"{self._language.decimals(seconds, 0 if seconds >= 10 else 1)}\u00a0s"
        return f"{self._language.decimals(seconds / 60, 0 if seconds >= 600 else 1)}\u00a0min"


def _letters(term: str) -> str:
    """Give a term as a dictionary orders it: without case and accents."""
    return normalize("NFD", term.casefold()).encode("ascii", "ignore").decode()
