"""What a lesson may call: `figure`, `table`, `claim`, `number` and their like."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from cnnviz.catalogue import entries
from cnnviz.choice import UnknownName, pick
from cnnviz.pipeline.step import Step
from cnnviz.site import tables
from cnnviz.site.page import PENDING, Page
from cnnviz.site.provenance import provenance
from cnnviz.site.site import THEMES

Call = Callable[..., str]


def calls(page: Page) -> dict[str, Call]:
    """Give the functions of a page's template, by name."""
    lesson = LessonCalls(page)
    names = [name for name in dir(lesson) if not name.startswith("_")]
    return {name: _told(page, getattr(lesson, name)) for name in names}


def _told(page: Page, call: Call) -> Call:
    """Turn an author's mistake into a problem with its line; other errors are ours."""

    @wraps(call)
    def told(*arguments: Any, **named: Any) -> str:
        try:
            return call(*arguments, **named)
        except (UnknownName, ValueError, TypeError) as error:
            notes = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
            return page.problem(f"{call.__name__}: {error}{notes}")

    return told


class LessonCalls:
    """The calls of one page. Each method that has no underscore is a name in its template."""

    def __init__(self, page: Page):
        self._page = page
        self._site = page.site
        self._language = page.language

    def figure(self, name: str, *, alt: str = "", caption: str = "", **arguments: Any) -> str:
        """Show a figure, with what it was made from and its numbers beside it."""
        if not alt.strip():
            raise ValueError(f"figure {name!r} lacks alt=\"…\": say what the picture shows")
        result = self._site.result("figure", name, arguments)
        drawings = self._drawings(name, result)
        numbers = entries.download(result)
        steps = [*drawings.values(), numbers]
        if not self._page.ask("figure", name, arguments, *steps):
            return self._waiting(*steps)
        figures = sum(ask.kind == "figure" for ask in self._page.asks)
        return self._page.markup(
            "figure",
            id=f"fig-{name.replace('_', '-')}",
            number=figures,
            alt=alt.translate({ord("["): "(", ord("]"): ")", ord("\n"): " "}),
            caption=caption,
            images=self._images(name, drawings),
            numbers=self._page.show(numbers, f"assets/numbers/{name}.{result.key}.json"),
            about=self._about(result),
        )

    def table(self, name: str, *, caption: str = "", **arguments: Any) -> str:
        """Show a table of measured numbers."""
        result = self._site.result("table", name, arguments)
        numbers = entries.download(result)
        if not self._page.ask("table", name, arguments, numbers):
            return self._waiting(numbers)
        lay_out = pick("table", name, tables.TABLES)
        words = self._page.words
        heads, rows = lay_out(self._site.outcome(numbers), words, self._language, self._site.quoted)
        return self._page.markup(
            "table",
            id=f"table-{name.replace('_', '-')}",
            caption=caption,
            heads=heads,
            rows=rows,
            numbers=self._page.show(numbers, f"assets/numbers/{name}.{result.key}.json"),
            about=self._about(result),
        )

    def claim(self, name: str, sentence: str, **arguments: Any) -> str:
        """Show a claim that the build has checked, with the numbers it looked at."""
        step = self._claim(name, arguments)
        if not self._page.ask("claim", name, arguments, step):
            return self._waiting(step)
        outcome = self._site.outcome(step)
        shown = [
            (self._label(name, number), self._language.number(one["value"], one["unit"]), one["unit"])
            for number, one in outcome["numbers"].items()
        ]
        return self._page.markup(
            "claim", name=name, sentence=sentence, holds=outcome["holds"], numbers=shown
        )

    def only(self, *, claim: str, holds: bool, caller: Callable[[], str], **arguments: Any) -> str:
        """Show text only where a claim turned out one way."""
        step = self._claim(claim, arguments)
        if not self._page.ask("condition", claim, {**arguments, "holds": holds}, step):
            return ""
        return caller() if self._site.outcome(step)["holds"] == holds else ""

    def number(self, name: str, path: str, style: str, **arguments: Any) -> str:
        """Write one measured number, found in a result by its dotted path."""
        result = self._site.result("result", name, arguments)
        step = entries.download(result)
        if not self._page.ask("number", name, arguments | {"path": path}, step):
            return PENDING
        value = _inside(self._site.outcome(step), path, f"number in {name!r}")
        return self._language.number(value, style)

    def quoted(self, path: str, style: str) -> str:
        """Write one number of the sources, from docs/quoted.toml."""
        value = _inside(self._site.quoted, path, "quoted number")
        return self._language.number(value, style)

    def guess(self, name: str, *, question: str, options: list[str], caller: Call) -> str:
        """Let the reader guess before the answer is shown."""
        self._page.ask("guess", name, {"options": len(options)})
        return self._page.markup(
            "guess", name=name, question=question, options=options, body=caller().strip()
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
        path = f"assets/notebooks/{self._page.source.name.rpartition('/')[2]}"
        target = f"{path}.{self._language.code}.ipynb"
        return self._page.markup("notebook", path=self._page.path_to(target))

    def lessons(self) -> str:
        """Show the lessons as cards, each with a picture made by this build."""
        cards = []
        for lesson in self._site.course:
            result = self._site.result("figure", lesson.cover, {})
            drawings = self._drawings(lesson.cover, result)
            head = next(
                source.head
                for source in self._site.sources
                if (source.name, source.language) == (lesson.page, self._language)
            )
            if self._page.ask("cover", lesson.cover, {}, *drawings.values()):
                images = self._images(lesson.cover, drawings)
                link = self._page.home_of(lesson.page)
                cards.append({"lesson": lesson, "head": head, "images": images, "link": link})
        return self._page.markup("cards", cards=cards)

    def references(self) -> str:
        """List the whole bibliography."""
        bibliography = self._site.bibliography
        items = [(key, bibliography.reference(key)) for key in bibliography.sorted_keys()]
        return self._page.markup("references", items=items)

    def build_summary(self) -> str:
        """List what this build computed: the page that shows times."""
        results = sorted(self._site.results.values(), key=lambda step: step.label)
        rows = []
        for step in {step.key: step for step in results}.values():
            made = self._site.record(step)
            if made is not None:
                about = provenance(step, self._site.store)
                rows.append({"name": step.label, "about": about, "record": made})
        return self._page.markup("build", rows=rows, profile=self._site.profile)

    def _claim(self, name: str, arguments: dict[str, Any]) -> Step:
        return entries.claim(name, self._site.result("claim", name, arguments))

    def _label(self, claim: str, number: str) -> str:
        """Find the word for a number of a claim; `block_7` may be told by `block_n`."""
        words = self._page.words
        known = words.table(f"claims.{claim}")
        head, _, tail = number.rpartition("_")
        if number not in known and f"{head}_n" in known:
            return words(f"claims.{claim}.{head}_n", n=tail)
        return words(f"claims.{claim}.{number}")

    def _drawings(self, name: str, result: Step) -> dict[str, Step]:
        return self._site.drawings(name, result, self._language.code)

    def _images(self, name: str, drawings: dict[str, Step]) -> list[dict[str, Any]]:
        images = []
        for theme in THEMES:
            step = drawings[theme]
            record = self._site.record(step)
            assert record is not None  # only shown where the store has it
            spoken = f".{self._language.code}" if f".{self._language.code}." in step.label else ""
            path = f"assets/figures/{name}{spoken}.{theme}.{step.key}.{record.suffix}"
            images.append(
                {
                    "theme": theme,
                    "path": self._page.show(step, path),
                    "width": record.width,
                    "height": record.height,
                }
            )
        return images

    def _about(self, result: Step) -> str:
        about = provenance(result, self._site.store)
        return self._page.markup("about", about=about)

    def _waiting(self, *steps: Step) -> str:
        reason = self._page.failure(*steps)
        return self._page.markup("problem", message=reason) if reason else PENDING


def _inside(content: Any, path: str, what: str) -> Any:
    for part in path.split("."):
        if not isinstance(content, dict):
            raise UnknownName(what, path, ())
        content = pick(f"{what} under {path!r}", part, content)
    if isinstance(content, bool) or not isinstance(content, int | float):
        raise ValueError(f"{path!r} is no number but {type(content).__name__}")
    return content
