"""The glossary: what the course's terms mean, and where a lesson uses one for the first time.

While a page is rendered, the first use of each term in its sentences is noted by signs that no
author types. When all languages are rendered, those terms become links that each of them uses,
so that every language of a page explains the same.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cnnviz.choice import UnknownName
from cnnviz.pages.problems import Problem, SiteError

FIELDS = ("term", "forms", "definition")
# Of a use: found by itself, or asked for by an author; then the term's key, and the text.
FOUND, ASKED, MIDDLE, END = "\x02", "\x03", "\x04", "\x05"
USE = re.compile(f"([{FOUND}{ASKED}])([^{MIDDLE}]*){MIDDLE}([^{END}]*){END}")
WORD = re.compile(r"[^\W_]+")
OPENED, CLOSED = re.compile(r"<(?:details|figure)\b"), re.compile(r"</(?:details|figure)>")
# What is no sentence, within a line of prose: code, formulas, links, citations, tags.
APART = re.compile(
    r"\x00\d+\x01|\$[^$\n]+\$|!?\[[^\]\n]*\]\([^)\n]*\)|\[@[^\]\n]*\]|<[^>\n]*>|\{[^}\n]*\}"
    f"|{ASKED}[^{END}]*{END}"
)
NO_SENTENCE = ("#", "|", "<", "!", "\x00", "    ")


@dataclass(frozen=True)
class Term:
    """What one language calls a thing, in which forms its lessons write it, and what it means."""

    term: str
    forms: tuple[str, ...]
    definition: str
    apart: tuple[str, ...] = ()  # phrases in which a form means something else


class Glossary:
    """The terms of one language by their keys, which all languages share."""

    def __init__(self, terms: dict[str, Term]):
        self.terms = terms
        self._forms: dict[str, list[tuple[str, str]]] = {}
        for key, term in terms.items():
            forms = [(form.lower(), key) for form in term.forms]
            for form, kept in [*forms, *((phrase.lower(), "") for phrase in term.apart)]:
                if first := WORD.search(form):
                    self._forms.setdefault(first[0], []).append((form, kept))
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form[0]))  # a longer one says more

    def marked(self, text: str) -> str:
        """Note the first use of each term in the sentences of a Markdown text."""
        used = {match[2] for match in USE.finditer(text)}
        lines = text.split("\n")
        for at in _sentences(lines):
            lines[at] = self._in_line(lines[at], used)
        return "\n".join(lines)

    def _in_line(self, line: str, used: set[str]) -> str:
        plain = APART.sub(lambda match: " " * len(match[0]), line).lower()
        pieces, done = [], 0
        for word in WORD.finditer(plain):
            start = word.start()
            if start < done or word[0] not in self._forms:
                continue
            for form, key in self._forms[word[0]]:
                end = start + len(form)
                if plain.startswith(form, start) and _alone(plain, start, end):
                    if key and key not in used:
                        used.add(key)
                        pieces += [line[done:start], use(key, line[start:end], FOUND)]
                    else:
                        pieces.append(line[done:end])
                    done = end  # no shorter term is found inside it
                    break
        return "".join([*pieces, line[done:]])


def use(key: str, text: str, how: str = ASKED) -> str:
    """Note the use of a term."""
    return f"{how}{key}{MIDDLE}{text}{END}"


def uses(text: str) -> set[str]:
    """Give the keys of the terms that are noted in a page."""
    return {match[2] for match in USE.finditer(text)}


def linked(text: str, keys: set[str], page: str) -> str:
    """Turn what is noted into links to the glossary's page: these terms, and those asked for."""

    def link(match: re.Match[str]) -> str:
        how, key, shown = match.groups()
        wanted = how == ASKED or key in keys
        return f"[{shown}]({page}#{key}){{ .cv-term }}" if wanted else shown

    return USE.sub(link, text)


def read_glossaries(folder: Path, codes: Iterable[str], root: Path) -> dict[str, Glossary]:
    """Read CODE.toml of each language; SiteError tells what one has and another lacks."""
    problems: list[Problem] = []
    tables = {}
    for code in codes:
        file = folder / f"{code}.toml"
        tables[code] = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    every = {key: code for code, table in tables.items() for key in table}
    for code, table in tables.items():
        file = folder / f"{code}.toml"
        shown = file.relative_to(root)
        for key, other in every.items():
            if key not in table:
                line = _line(folder / f"{other}.toml", key)
                message = f"{UnknownName('term', key, table)}; {other}.toml has it in line {line}"
                problems.append(Problem(shown, 0, message))
            elif lacking := [name for name in FIELDS if not table[key].get(name)]:
                message = f"the term {key!r} lacks its {', '.join(lacking)}"
                problems.append(Problem(shown, _line(file, key), message))
    if problems:
        raise SiteError(problems)
    return {code: Glossary(_terms(table)) for code, table in tables.items()}


def _terms(table: dict[str, dict]) -> dict[str, Term]:
    return {
        key: Term(one["term"], tuple(one["forms"]), one["definition"], tuple(one.get("apart", ())))
        for key, one in table.items()
    }


def _line(file: Path, key: str) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line == f"[{key}]"), 0)


def _sentences(lines: list[str]) -> Iterator[int]:
    """Find the lines of prose: no headings, tables, figures, formulas, nor what is folded away."""
    depth, formula = 0, False
    for at, line in enumerate(lines):
        if "<" in line:
            depth += len(OPENED.findall(line)) - len(CLOSED.findall(line))
        if line.startswith("$$"):
            formula = not formula and line.count("$$") == 1
        elif line and not (depth or formula or line.startswith(NO_SENTENCE)):
            yield at


def _alone(text: str, start: int, end: int) -> bool:
    """Say whether no letter, digit or hyphen is joined to a span."""
    around = text[max(start - 1, 0) : start], text[end : end + 1]
    return not any(sign.isalnum() or sign in ("-", "_") for sign in around if sign)
