"""Picking something by its name, with an answer that helps where there is no such name."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

MANY = 200  # names that an error lists
Option = TypeVar("Option")


class Slip(ValueError):
    """A mistake in what somebody wrote for the course; the message says what and the cure."""


class UnknownName(KeyError):
    """A name that does not exist; the message gives the near miss and what exists."""

    def __init__(self, what: str, name: str, names: Iterable[str]):
        known = sorted(names)
        near = get_close_matches(name, known, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        there = ", ".join(known[:MANY]) if known else "none"
        if len(known) > MANY:
            there += f", … ({len(known)} in all)"
        super().__init__(f"there is no {what} {name!r}.{hint} There are: {there}")

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would show the message in quotation marks


def pick(what: str, name: str, options: Mapping[str, Option]) -> Option:
    """Give the option of that name; `what` says in the error what kind of thing it is."""
    if name not in options:
        raise UnknownName(what, name, options)
    return options[name]
