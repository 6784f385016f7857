"""The words of the site: read from one file a lesson or concern, in which all languages stand."""

import tomllib
from collections.abc import Iterable, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from cnnviz.pages.language import LANGUAGES, Words


def read_words(docs: Path, codes: Iterable[str] = LANGUAGES) -> dict[str, Words]:
    """Read every file of words in docs/, and give each language its own.

    `docs/words/*.toml` has those that pages share; `words.toml` beside a lesson has those of its
    own figures, tables and claims. A word is a table of languages:
    `before = { pt = "antes", es = "antes", en = "before" }`. One that lacks a language is an
    error, and so is one that is given twice.
    """
    known = tuple(codes)
    every = [*sorted(docs.glob("words/*.toml")), *sorted(docs.glob("pages/*/words.toml"))]
    shared = {file: _read(file) for file in every}
    own = {file: _read(file) for file in sorted(docs.glob("lessons/[!._]*/words.toml"))}
    read: dict[str, Words] = {}
    for code in known:
        tables: dict[str, Any] = {}
        for file, content in shared.items():
            _merge(tables, _spoken(content, code, known, file), file)
        read[code] = Words(tables, code)
        for file, content in own.items():
            with_own = deepcopy(tables)
            _merge(with_own, _spoken(content, code, known, file), file)
            read[code].lessons[file.parent.name.replace("-", "_")] = Words(with_own, code)
    return read


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: {error}") from error


def _spoken(
    table: Mapping[str, Any], code: str, known: tuple[str, ...], file: Path, path: str = ""
) -> dict[str, Any]:
    spoken: dict[str, Any] = {}
    for name, value in table.items():
        here = f"{path}{name}"
        if not isinstance(value, dict):
            first = known[0]
            raise ValueError(f'{file}: {here} says nothing of its language: {{ {first} = "…" }}')
        if not value.keys() & set(known):
            spoken[name] = _spoken(value, code, known, file, f"{here}.")
        elif code in value:
            spoken[name] = value[code]
        else:
            raise ValueError(f"{file}: the word {here} lacks its {code!r}")
    return spoken


def _merge(tables: dict[str, Any], more: dict[str, Any], file: Path, path: str = "") -> None:
    for name, value in more.items():
        if name not in tables:
            tables[name] = value
        elif isinstance(tables[name], dict) and isinstance(value, dict):
            _merge(tables[name], value, file, f"{path}{name}.")
        else:
            raise ValueError(f"{file}: the word {path}{name} is in another file too")
