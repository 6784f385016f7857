"""What is measured that several lessons show."""

from typing import TypedDict

from cnnviz.results import Compared, Reached, Summary


class MovedRun(Reached):
    """The accuracy of one run on moved digits, and what is kept of that on digits as they are."""

    transform: str
    amount: float
    kept: float


class Kept(TypedDict):
    """Both over the runs."""

    accuracy: Summary
    kept: Summary


Amounts = dict[str, list[float]]  # by transform
KeptBy = dict[str, Kept]  # by amount
MovedAccuracies = Compared[MovedRun, dict[str, dict[str, KeptBy]]]  # by network and transform
