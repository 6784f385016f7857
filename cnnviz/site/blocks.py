"""The calls of a lesson that measure nothing: questions, exercises, lists of what there is."""

import json
from collections.abc import Callable

from cnnviz.choice import UnknownName
from cnnviz.site.cards import card
from cnnviz.site.page import Page
from cnnviz.site.provenance import provenance

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
            raise ValueError(f"right is {right}, but the options count from 1 to {len(options)}")
        self._page.ask("quiz", name, {"options": len(options), "right": right})
        return self._page.markup(
            "quiz", name=name, question=question, options=options, right=right,
            body=caller().strip(),
        )

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

    def references(self) -> str:
        """List the whole bibliography."""
        bibliography = self._site.bibliography
        items = [(key, bibliography.reference(key)) for key in bibliography.sorted_keys()]
        return self._page.markup("references", items=items)

    def build_summary(self) -> str:
        """List what this build computed: the page that shows times."""
        results = sorted(self._site.results.values(), key=lambda step: step.label)
        rows = []
        for step in results:
            made = self._site.record(step)
            if made is not None:
                about = provenance(step, self._site.store)
                rows.append({"name": step.label, "about": about, "record": made})
        return self._page.markup("build", rows=rows, profile=self._site.profile)
