"""The written files of the site: which pages exist, in which languages, and their heads."""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from cnnviz.pages.language import LANGUAGES, Language
from cnnviz.pages.problems import Problem, SiteError

# As safe as SafeLoader, and ten times as fast, where PyYAML was built with libyaml.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PAGE_HEAD = ("title", "description")
LESSON_HEAD = (*PAGE_HEAD, "question", "before", "minutes")


@dataclass(frozen=True)
class Source:
    """One page in one language, as written."""

    docs: Path
    name: str  # "lessons/pixel-remap"
    language: Language

    @property
    def file(self) -> Path:
        """The file that somebody wrote, in docs/lessons or docs/pages."""
        return self.docs / _folder(self.name) / f"{self.language.code}.md"

    @property
    def shown_file(self) -> Path:
        """The file as an author knows it: from the project's root."""
        return self.file.relative_to(self.docs.parent)

    @property
    def target(self) -> str:
        """The page's path in the generated tree."""
        folder = f"{self.language.folder}/" if self.language.folder else ""
        return f"{folder}{self.name}.md"

    @cached_property
    def _parts(self) -> tuple[dict[str, Any], str]:
        text = self.file.read_text(encoding="utf-8")
        if not text.startswith("---\n"):
            return {}, text
        head, _, body = text[4:].partition("\n---\n")
        # Blank lines keep the body's line numbers those of the file.
        return yaml.load(head, LOADER) or {}, "\n" * (head.count("\n") + 3) + body

    @cached_property
    def lines(self) -> list[str]:
        """The file's lines, front matter and all."""
        return self.file.read_text(encoding="utf-8").splitlines()

    @property
    def head(self) -> dict[str, Any]:
        """The front matter."""
        return self._parts[0]

    @property
    def body(self) -> str:
        """What follows the front matter, with the file's line numbers."""
        return self._parts[1]


@dataclass(frozen=True)
class Lesson:
    """A lesson's place in the course."""

    number: int
    name: str
    part: str
    cover: str

    @property
    def home(self) -> str:
        """The folder with its code, as Python writes it."""
        return _in_python(self.name)

    @property
    def page(self) -> str:
        """The name of the lesson's page."""
        return f"lessons/{self.name}"


def read_sources(docs: Path) -> list[Source]:
    """Find every page; SiteError names each language that a page lacks, and bad front matter."""
    names = {
        file.parent.relative_to(docs).as_posix().removeprefix("pages/")
        for code in LANGUAGES
        for folder in ("lessons", "pages")
        for file in docs.glob(f"{folder}/[!._]*/{code}.md")
    }
    sources = [
        Source(docs, name, language) for name in sorted(names) for language in LANGUAGES.values()
    ]
    problems = []
    for source in sources:
        if not source.file.is_file():
            problems.append(
                Problem(source.shown_file, 0, "this file is missing: every page needs it")
            )
            continue
        try:
            head = source.head
        except yaml.YAMLError as error:
            problems.append(Problem(source.shown_file, 1, f"the front matter is no YAML: {error}"))
            continue
        needed = LESSON_HEAD if source.name.startswith("lessons/") else PAGE_HEAD
        problems += [
            Problem(source.shown_file, 1, f"the front matter lacks a {name}")
            for name in needed
            if name not in head
        ]
    if problems:
        raise SiteError(problems)
    return sources


def read_course(docs: Path) -> list[Lesson]:
    """Read the order of lessons from course.toml; SiteError where a lesson has no file.

    Lessons are counted from 1 through all parts.
    """
    file = docs / "course.toml"
    listed = [
        (part["name"], {"name": one} if isinstance(one, str) else one)
        for part in tomllib.loads(file.read_text(encoding="utf-8"))["parts"]
        for one in part["lessons"]
    ]
    lessons = [
        Lesson(number, one["name"], part, one.get("cover", f"cover_{_in_python(one['name'])}"))
        for number, (part, one) in enumerate(listed, start=1)
    ]
    here = file.relative_to(docs.parent)
    missing = [
        Problem(here, 0, f"lesson {lesson.name!r} has no file docs/{lesson.page}/LANGUAGE.md")
        for lesson in lessons
        if not any(docs.glob(f"{lesson.page}/*.md"))
    ]
    if missing:
        raise SiteError(missing)
    return lessons


def _in_python(name: str) -> str:
    return name.replace("-", "_")


def _folder(name: str) -> str:
    return name if name.startswith("lessons/") else f"pages/{name}"
