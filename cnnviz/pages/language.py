"""The site's languages: their folders, their words, and how they write numbers."""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from babel.core import Locale
from babel.numbers import NumberPattern, parse_pattern

from cnnviz.choice import UnknownName, pick

MINUS = "−"
SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)


@cache
def _parsed(pattern: str) -> NumberPattern:
    return parse_pattern(pattern)


@dataclass(frozen=True)
class Language:
    """One language of the site."""

    code: str  # the suffix of its files, and the value of lang= in its pages
    locale: str  # for Babel
    folder: str  # "" for the language at the root
    least_grouped: int = 1000  # the smallest number whose thousands are set apart
    between: str = "; "  # what parts two numbers: not a comma where that is the decimal sign

    @property
    def root(self) -> str:
        """Where the language's pages begin, from the site's root."""
        return f"{self.folder}/" if self.folder else ""

    @cached_property
    def _percent(self) -> str:
        return str(_locale(self.locale).percent_formats[None].pattern)

    def number(self, value: float, style: str) -> str:
        """Write a number as the language does, in a style such as `percent` or `decimal`."""
        return pick("number style", style, STYLES)(self, value).replace("-", MINUS)

    def decimals(self, value: float, places: int) -> str:
        """Write a number with so many decimal places."""
        return self._written(value, "#,##0." + "0" * places if places else "#,##0")

    def interval(self, low: float, high: float, style: str) -> str:
        """Write an interval by its two ends."""
        ends = self.between.join(self.number(end, style) for end in (low, high))
        return f"[{ends}]".replace(" ", "\u00a0")  # one line holds it all

    def short(self, value: float) -> str:
        """Write a number with at most two decimal places, and none that is not needed."""
        return self._written(value, "#,##0.##")

    def percent(self, share: float, places: int = 1) -> str:
        """Write a share of one as a percentage."""
        pattern = self._percent.replace("0", "0." + "0" * places) if places else self._percent
        return self._written(share, pattern)

    def _written(self, value: float, pattern: str) -> str:
        # CLDR has Spanish write 3216, but 48.120; Babel leaves this to its caller.
        grouped = abs(value) >= self.least_grouped
        return str(_parsed(pattern).apply(value, _locale(self.locale), group_separator=grouped))

    def scientific(self, value: float) -> str:
        """Write a number as a power of ten."""
        if value == 0:
            return "0"
        digits, _, power = f"{value:.0e}".partition("e")
        return f"{digits} × 10{str(int(power)).translate(SUPERSCRIPTS)}"


STYLES = {
    "percent": lambda language, value: language.percent(value),
    "whole_percent": lambda language, value: language.percent(value, 0),
    "points": lambda language, value: language.decimals(100 * value, 1),
    "probability": lambda language, value: language.decimals(value, 2),
    "decimal": lambda language, value: language.decimals(value, 2),
    "short": lambda language, value: language.short(value),
    "fine": lambda language, value: language.decimals(value, 3),
    "exact": lambda language, value: language.decimals(value, 7),
    "whole": lambda language, value: language.decimals(value, 0),
    "scientific": lambda language, value: language.scientific(value),
}

LANGUAGES = {
    language.code: language
    for language in (
        Language("pt", "pt_BR", ""),
        Language("es", "es", "es", least_grouped=10_000),
        Language("en", "en_GB", "en", between=", "),
    )
}
DEFAULT = LANGUAGES["pt"]


def language_of(url: str) -> Language:
    """Give the language of a page by its address, from the site's root."""
    folder = url.partition("/")[0]
    found = (language for language in LANGUAGES.values() if language.folder == folder)
    return next(found, DEFAULT)


class Words:
    """The words of one language, which every file of words has beside those of the others."""

    def __init__(self, tables: dict[str, Any], code: str):
        self.tables = tables
        self.code = code
        self.lessons: dict[str, Words] = {}  # with what each lesson adds, by its name in Python

    def of(self, lesson: str) -> "Words":
        """Give the words of a lesson, its own and the shared ones."""
        return self.lessons.get(lesson, self)

    def __call__(self, path: str, **values: object) -> str:
        """Give the word at a dotted path, with `{name}` replaced by the values."""
        *tables, name = path.split(".")
        table = self.tables
        for part in tables:
            table = self._inside(table, part, path)
        word = self._inside(table, name, path)
        return str(word).format(**values) if values else str(word)

    def table(self, path: str) -> dict[str, str]:
        """Give all words of a table; an empty one where there is none."""
        table: Any = self.tables
        for part in path.split("."):
            table = table.get(part, {})
        return dict(table)

    def figure(self, name: str) -> dict[str, str]:
        """Give the words that a drawing gets: its own, and those that all drawings share."""
        shared = self.table("networks") | self.table("noise") | self.table("numbers")
        return shared | self.table(f"figures.{name}")

    def _inside(self, table: Any, name: str, path: str) -> Any:
        if not isinstance(table, dict) or name not in table:
            error = UnknownName("word", name, table if isinstance(table, dict) else ())
            error.add_note(f"in the words of {self.code!r}: {path}")
            raise error
        return table[name]
