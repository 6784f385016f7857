"""The bibliography: what may be cited, from one BibTeX file."""

import re
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from cnnviz.choice import UnknownName

BRACES = str.maketrans({"{": None, "}": None, "~": "\u00a0"})
DASH = re.compile(r"-{2,3}")
SOURCES = ("journal", "booktitle", "publisher", "institution", "school")
# `[@key]`, or several: `[@one; @other]`. What opens like a citation and is none is a mistake.
CITATION = re.compile(r"\[(@[^\]\n]*)\]")
KEYS = re.compile(r"@[\w-]+(?:\s*;\s*@[\w-]+)*")


class Bibliography:
    """The entries of a BibTeX file, written as citations and as references."""

    def __init__(self, file: Path):
        self.file = file

    @cached_property
    def entries(self) -> dict[str, Any]:
        """The parsed entries by key."""
        from pybtex.database import parse_file

        return dict(parse_file(str(self.file), "bibtex").entries)

    def cite(self, key: str, others: str) -> str:
        """Write a citation such as `Howard et al., 2019`; `others` is the word for et al."""
        if key not in self.entries:
            raise UnknownName("entry in the bibliography", key, self.entries)
        entry = self.entries[key]
        names = [_surname(person) for person in entry.persons["author"]]
        authors = f"{names[0]} {others}" if len(names) > 2 else " & ".join(names)
        return ", ".join(part for part in (authors, entry.fields.get("year")) if part)

    def reference(self, key: str, notes: Mapping[str, str]) -> str:
        """Write the full reference as Markdown.

        `notes` says what lecture notes are called, by their language: that of an entry's `langid`.
        """
        entry = self.entries[key]
        fields = entry.fields
        names = [_listed(person) for person in entry.persons["author"]]
        authors = ", ".join(names[:-1]) + (" & " if len(names) > 1 else "") + names[-1]
        title = _plain(fields["title"])
        sources = (fields.get(name) for name in SOURCES)
        where = _plain(next((source for source in sources if source), ""))
        if "langid" in fields:
            where = ", ".join(part for part in (notes[fields["langid"]], where) if part)
        year = f" ({fields['year']})" if "year" in fields else ""
        parts = [f"{authors}{year}".rstrip(".") + "."]
        if title != authors:
            parts.append(f"*{title}*" if title.endswith(("?", "!")) else f"*{title}*.")
        if where:
            parts.append(f"{where}{_volume(fields)}.")
        if "url" in fields:
            parts.append(f"<{fields['url']}>")
        return " ".join(parts)

    def sorted_keys(self) -> list[str]:
        """Give all keys, by first author and year."""
        return sorted(self.entries, key=lambda key: self.cite(key, "").casefold())


def cited(text: str, link: Callable[[list[str], str, int], str]) -> str:
    """Replace each citation by what `link` gives for its keys, itself as written, and its line.

    There are no keys where the brackets hold something else.
    """

    def replaced(match: re.Match[str]) -> str:
        keys = re.findall(r"@([\w-]+)", match[1]) if KEYS.fullmatch(match[1].strip()) else []
        return link(keys, match[0], text.count("\n", 0, match.start()) + 1)

    return CITATION.sub(replaced, text)


def _surname(person: Any) -> str:
    return _plain(" ".join([*person.prelast_names, *person.last_names]))


def _listed(person: Any) -> str:
    initials = " ".join(map(_initials, [*person.first_names, *person.middle_names]))
    parts = [_surname(person), initials, *person.lineage_names]
    return ", ".join(part for part in parts if part)


def _initials(name: str) -> str:
    """Shorten a given name; those with a hyphen keep it: Klaus-Robert, K.-R."""
    return "-".join(f"{part[0]}." for part in _plain(name).split("-"))


def _volume(fields: Any) -> str:
    volume = f" {fields['volume']}" if "volume" in fields else ""
    number = fields.get("number", "")
    if number:
        number = f"({number})" if volume else f", {number}"
    pages = f", {fields['pages'].replace('--', '–')}" if "pages" in fields else ""
    return volume + number + pages


@cache
def _plain(text: str) -> str:
    from pybtex.richtext import Text

    plain = str(Text.from_latex(text)) if "\\" in text else text.translate(BRACES)
    return DASH.sub("–", plain)
