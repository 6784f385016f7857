"""A name that does not exist is answered with what was meant and what there is."""

import pytest

from cnnviz.choice import UnknownName, pick


def test_gives_the_option_of_that_name():
    options = {"lenet5": 5, "mlp": 3}

    chosen = pick("network", "mlp", options)

    assert chosen == 3


def test_an_option_may_be_none():
    assert pick("limit", "no", {"no": None}) is None


def test_an_unknown_name_is_told_with_its_near_miss_and_all_there_are():
    with pytest.raises(UnknownName) as error:
        pick("network", "lenet", {"mlp": 3, "lenet5": 5})

    assert str(error.value) == (
        "there is no network 'lenet'. Did you mean 'lenet5'? There are: lenet5, mlp"
    )


def test_nothing_is_suggested_where_nothing_is_near():
    with pytest.raises(UnknownName) as error:
        pick("network", "xyz", {"mlp": 3})

    assert str(error.value) == "there is no network 'xyz'. There are: mlp"


def test_where_there_are_no_names_at_all_it_says_so():
    with pytest.raises(UnknownName, match="There are: none"):
        pick("network", "mlp", {})


def test_an_unknown_name_can_be_caught_as_a_key_error():
    with pytest.raises(KeyError):
        pick("network", "xyz", {})
