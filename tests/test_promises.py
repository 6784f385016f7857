"""The README's table of promises is what was found by trying, and we keep all of them."""

import pytest

from tests.builds import ROOT
from tests.promises import LIBRARIES, PROMISES, kept, table


@pytest.mark.parametrize("promise", PROMISES)
def test_we_keep_every_promise(promise):
    assert kept(promise, "cnnviz") is True


def test_no_promise_is_so_easy_that_all_the_peers_keep_it():
    for promise in PROMISES:
        assert False in [kept(promise, library) for library in LIBRARIES], promise


def test_the_readme_shows_the_table_as_it_was_found():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert table() in readme, "put what `python -m tests.promises` prints into README.md"
