"""Do all languages of a page ask for the same? What only one shows is a mistake."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from cnnviz.pages.ask import Ask
from cnnviz.pages.page import Page
from cnnviz.pages.problems import Problem

# A sentence may name a number in one language and not in another; these may not differ.
MEASURED = {"figure", "table", "claim", "widget", "lab", "notebook", "cover", "card"}
WRITTEN = {"guess", "quiz", "choice", "term", "task", "exercise", "answer"}
COMPARED = MEASURED | WRITTEN


def differences(pages: Iterable[Page]) -> list[Problem]:
    """Compare what the languages of each page ask for; one problem for each that lacks a thing."""
    by_name: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        by_name[page.source.name].append(page)
    return [problem for versions in by_name.values() for problem in _compared(versions)]


def _compared(versions: list[Page]) -> list[Problem]:
    counts = {page.language.code: Counter(ask.what for ask in _asks(page)) for page in versions}
    most: Counter[tuple[str, str, str]] = Counter()
    for count in counts.values():
        most |= count
    problems = []
    for what, times in most.items():
        having = next(page for page in versions if counts[page.language.code][what] == times)
        shown = [ask for ask in _asks(having) if ask.what == what][-1]
        for page in versions:
            if counts[page.language.code][what] < times:
                message = (
                    f"{shown} is not in {page.source.shown_file}: every language asks for the same"
                )
                problems.append(Problem(shown.file, shown.line, message))
    return problems


def _asks(page: Page) -> list[Ask]:
    return [ask for ask in page.asks if ask.kind in COMPARED]
