"""Everything that pages are rendered from: the written files, the profile and the store."""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    FunctionLoader,
    StrictUndefined,
)

from cnnviz.pages.ask import as_json
from cnnviz.pages.bibliography import Bibliography
from cnnviz.pages.glossary import Glossary, read_glossaries
from cnnviz.pages.language import LANGUAGES, Language, Words
from cnnviz.pages.provenance import data
from cnnviz.pages.source import Lesson, Source, read_course, read_sources
from cnnviz.pages.wiring import Entry, Wiring, drawing
from cnnviz.pages.words import read_words
from cnnviz.pipeline.step import Step
from cnnviz.pipeline.store import Record, Store
from cnnviz.profile import Profile

THEMES = ("light", "dark")


@dataclass(frozen=True)
class Links:
    """Where the course's sources lie, for readers to change or to run; "" where it is not said."""

    repository: str = ""  # https://github.com/OWNER/NAME
    colab: str = ""  # the folder of notebooks, as Colab opens it


class Site:
    """One site: what somebody wrote, what is in the store, and which steps failed so far."""

    def __init__(self, root: Path, profile: Profile, store: Store, links: Links | None = None):
        self.links = links or Links()
        self.root = root
        self.docs = root / "docs"
        self.profile = profile
        self.store = store
        self.failures: dict[str, str] = {}  # by key, for every step that failed or waits for one
        self.results: dict[str, Step] = {}  # by key
        self.asked: dict[str, dict[str, Step]] = {}  # by page, what it asked for by key
        self._asked: dict[str, Step] = {}
        self.outcomes: dict[str, Any] = {}

    @cached_property
    def sources(self) -> list[Source]:
        """Every page in every language."""
        return read_sources(self.docs)

    def source(self, name: str, language: Language) -> Source:
        """Give one page in one language, read once."""
        return self._by_name[name, language.code]

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], Source]:
        return {(source.name, source.language.code): source for source in self.sources}

    @cached_property
    def course(self) -> list[Lesson]:
        """The lessons in their order."""
        return read_course(self.docs)

    @cached_property
    def wiring(self) -> Wiring:
        """What the lessons give names to."""
        return Wiring()

    @cached_property
    def words(self) -> dict[str, Words]:
        """The words of each language."""
        return read_words(self.docs)

    @cached_property
    def quoted(self) -> dict[str, Any]:
        """Numbers of the sources, never measured here."""
        return tomllib.loads((self.docs / "quoted.toml").read_text(encoding="utf-8"))

    @cached_property
    def bibliography(self) -> Bibliography:
        """What may be cited."""
        return Bibliography(self.docs / "bibliography.bib")

    @cached_property
    def glossaries(self) -> dict[str, Glossary]:
        """What the terms of the course mean, in each language."""
        return read_glossaries(self.docs / "glossary", LANGUAGES, self.root)

    @cached_property
    def templates(self) -> Environment:
        """The markup of figures, tables, claims and whole pages."""
        return Environment(
            loader=FileSystemLoader(self.docs / "templates"),
            undefined=StrictUndefined,
            bytecode_cache=FileSystemBytecodeCache(),
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,  # the templates make Markdown, not HTML
            auto_reload=False,  # a site lives for one build
        )

    @cached_property
    def lessons(self) -> Environment:
        """What the written files are templates of; each page brings its own calls."""
        bodies = {str(source.file): source.body for source in self.sources}

        def read(file: str) -> tuple[str, str, None]:
            return bodies[file], file, None

        return Environment(
            loader=FunctionLoader(read),
            undefined=StrictUndefined,
            bytecode_cache=FileSystemBytecodeCache(),
            keep_trailing_newline=True,
            comment_start_string="{##",  # {#name} is the id of a heading
            comment_end_string="##}",
        )

    def result(self, shown: Entry, arguments: dict[str, Any]) -> Step:
        """Give the result behind a name of the lessons; equal asks share one step."""
        asked = as_json([shown.kind, shown.module, shown.name, arguments])
        if asked not in self._asked:
            step = self.wiring.result(shown, arguments, self.profile)
            self._asked[asked] = self.results.setdefault(step.key, step)
        return self._asked[asked]

    def drawings(
        self, figure: Entry, result: Step, language: str, *, noted: bool = True
    ) -> dict[str, Step]:
        """Give a figure's drawings by theme.

        A figure that has a table of its own among the words, if only an empty one, is drawn for
        each language; the languages share the others. Where data stand in for others, that is
        `noted` on the figure itself.
        """
        words = self.words[language].of(figure.lesson)
        notes = [words(f"stand_ins.{source.name}") for source in data(result) if source.stand_in]
        note = "; ".join(notes) if noted else ""
        spoken = figure.name in words.table("figures")
        told = words.figure(figure.name) if spoken else {}
        of = language if spoken or note else ""
        return {theme: drawing(figure, result, told, theme, of, note) for theme in THEMES}

    def record(self, step: Step) -> Record | None:
        """Give the record of a step that is made; None where it is not."""
        return self.store.find(step.key)

    def outcome(self, step: Step) -> Any:
        """Give the outcome of a step that is made; None where it is not."""
        if step.key not in self.outcomes:
            if self.store.find(step.key) is None:
                return None
            self.outcomes[step.key] = self.store.load(step.key)
        return self.outcomes[step.key]
