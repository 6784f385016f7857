"""Claims of tried-lesson: the first parameter names the result that a claim looks at."""

from cnnviz.lessons.tried_lesson.results import Ink
from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict


def ones_need_least(ink: Ink) -> Verdict:
    """A one needs less ink than any other digit: the intervals of the means do not overlap."""
    others = [each for digit, each in ink.items() if digit != "1"]
    least = min(others, key=lambda each: each["low"])
    one = ink["1"]
    return verdict(
        one["high"] < least["low"],
        "percent",
        one=one["mean"],
        least=least["mean"],
    )
