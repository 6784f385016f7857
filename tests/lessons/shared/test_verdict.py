"""A claim that one thing is ahead of another holds where it is so in every comparison."""

from cnnviz.lessons.shared.verdict import ahead
from tests.lessons.repeats import repeats

WIDE = repeats(0.5, 0.1)


def values(told):
    return {name: number["value"] for name, number in told["numbers"].items()}


def test_is_ahead_only_where_it_is_on_every_side():
    ours, theirs = [repeats(0.6), repeats(0.5)], [repeats(0.3), repeats(0.3)]

    assert ahead("percent", cnn=ours, mlp=theirs)["holds"]
    assert not ahead("percent", cnn=theirs, mlp=ours)["holds"]
    assert not ahead("percent", cnn=ours, mlp=[repeats(0.3), repeats(0.6)])["holds"]


def test_intervals_that_overlap_are_not_ahead():
    assert not ahead("percent", cnn=[WIDE], mlp=[repeats(0.41)])["holds"]


def test_the_numbers_are_those_where_the_two_are_closest():
    told = ahead("percent", cnn=[repeats(0.9), WIDE], mlp=[repeats(0.1), repeats(0.2, 0.1)])

    expected = {"cnn": 0.5, "cnn_low": 0.4, "mlp": 0.2}
    assert values(told) == {**expected, "mlp_high": 0.2 + 0.1}
    assert {number["unit"] for number in told["numbers"].values()} == {"percent"}
