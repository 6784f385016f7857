"""Numbers are written as each language writes them."""

import pytest

from cnnviz.choice import UnknownName
from cnnviz.pages.language import LANGUAGES

PT, ES, EN = (LANGUAGES[code] for code in ("pt", "es", "en"))


@pytest.mark.parametrize(
    ("language", "style", "value", "written"),
    [
        (PT, "percent", 0.942, "94,2%"),
        (ES, "percent", 0.942, "94,2\xa0%"),
        (EN, "percent", 0.942, "94.2%"),
        (PT, "whole_percent", 0.94, "94%"),
        (EN, "points", 0.0846, "8.5"),
        (PT, "points", -0.0014, "−0,1"),
        (ES, "probability", 0.9038, "0,90"),
        (EN, "whole", 2000, "2,000"),
        (PT, "whole", 2000, "2.000"),
        (ES, "whole", 3216, "3216"),
        (ES, "whole", -48120, "−48.120"),
        (EN, "short", 4.0, "4"),
        (PT, "short", -0.5, "−0,5"),
        (EN, "short", 0.125, "0.12"),
        (EN, "scientific", 4.8e-6, "5 × 10⁻⁶"),
        (PT, "scientific", 5e-6, "5 × 10⁻⁶"),
        (EN, "scientific", 0.0, "0"),
    ],
)
def test_writes_numbers_as_the_language_does(language, style, value, written):
    assert language.number(value, style) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [(PT, "[92,6%;\xa094,7%]"), (ES, "[92,6\xa0%;\xa094,7\xa0%]"), (EN, "[92.6%,\xa094.7%]")],
)
def test_parts_the_ends_of_an_interval_by_what_is_no_decimal_sign(language, written):
    assert language.interval(0.926, 0.947, "percent") == written


def test_an_unknown_style_names_the_near_miss():
    with pytest.raises(UnknownName, match=r"'percnt'.*Did you mean 'percent'"):
        EN.number(1, "percnt")
