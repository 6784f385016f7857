"""How much a kernel looks like one line or edge."""

import pytest
import torch

from cnnviz.methods.line_likeness import line_likeness


def stripe(angle):
    """Give a kernel that is a line through its middle, in this direction."""
    ways = {
        "upright": torch.zeros(5, 5).index_fill(1, torch.tensor([2]), 1.0),
        "lying": torch.zeros(5, 5).index_fill(0, torch.tensor([2]), 1.0),
        "slanted": torch.eye(5),
    }
    return ways[angle]


@pytest.mark.parametrize("angle", ["upright", "lying", "slanted"])
def test_a_line_is_like_a_line_in_every_direction(angle):
    assert line_likeness(stripe(angle)[None]).item() > 0.75


def test_an_edge_counts_as_much_as_a_line():
    edge = torch.tensor([[-1.0, -1.0, 0.0, 1.0, 1.0]] * 5)

    assert line_likeness(edge[None]).item() > 0.75


def test_a_chequerboard_is_like_no_line():
    rows, columns = torch.meshgrid(torch.arange(5), torch.arange(5), indexing="ij")

    assert line_likeness(((rows + columns) % 2).float()[None]).item() < 0.2


def test_random_kernels_score_less_than_lines_but_above_zero():
    kernels = torch.randn(200, 5, 5, generator=torch.Generator().manual_seed(0))

    scores = line_likeness(kernels)

    assert 0.2 < scores.mean() < 0.4


@pytest.mark.parametrize(
    "change",
    [
        lambda kernels: -kernels,
        lambda kernels: 3 * kernels + 5,
        lambda kernels: kernels.rot90(1, (1, 2)),
        lambda kernels: kernels.flip(2),
    ],
)
def test_sign_scale_mean_and_symmetry_change_nothing(change):
    kernels = torch.randn(20, 5, 5, generator=torch.Generator().manual_seed(1)).double()

    torch.testing.assert_close(
        line_likeness(change(kernels)), line_likeness(kernels), atol=1e-6, rtol=0
    )


def test_a_flat_kernel_has_nothing_to_explain():
    with pytest.raises(ValueError, match="no variance"):
        line_likeness(torch.ones(1, 5, 5))
