"""Seeded randomness is fixed inside a block and untouched after it."""

import pytest
import torch

from cnnviz.training import seeded


def test_seeded_fixes_what_is_drawn_inside_and_nothing_after():
    torch.manual_seed(7)
    undisturbed = torch.rand(3)

    torch.manual_seed(7)
    with seeded(5):
        drawn = torch.rand(3)
    after = torch.rand(3)

    torch.manual_seed(5)
    assert drawn.equal(torch.rand(3))
    assert after.equal(undisturbed)


def test_seeded_gives_the_randomness_back_where_the_block_fails():
    before = torch.get_rng_state()

    with pytest.raises(RuntimeError), seeded(5):
        raise RuntimeError

    assert torch.get_rng_state().equal(before)
