import pytest
import torch

from cnnviz.data.augmentation import augmented
from cnnviz.data.mark import coinciding, marked
from cnnviz.training import seeded

NOTHING = {"shift": 0.0, "turn": 0.0, "scale": 0.0, "light": 0.0}


def pictures(count=20):
    return torch.rand(count, 3, 12, 12, generator=torch.Generator().manual_seed(0))


def test_no_change_allowed_is_no_change():
    torch.testing.assert_close(augmented(pictures(), **NOTHING), pictures())


def test_half_of_the_images_are_mirrored_and_no_other_thing_happens_to_them():
    with seeded(0):
        changed = augmented(pictures(), **NOTHING, flip=True)

    mirrored = [
        torch.allclose(new, old.flip(-1), atol=1e-5)
        for new, old in zip(changed, pictures(), strict=True)
    ]
    same = [
        torch.allclose(new, old, atol=1e-5) for new, old in zip(changed, pictures(), strict=True)
    ]
    assert sum(mirrored) + sum(same) == 20
    assert 4 < sum(mirrored) < 16


def test_the_seed_decides_and_every_image_changes_in_its_own_way():
    one = pictures(1).repeat(5, 1, 1, 1)

    with seeded(3):
        first = augmented(one, light=0.2)
    with seeded(3):
        second = augmented(one, light=0.2)

    assert first.equal(second)
    assert len({image.sum().item() for image in first}) == 5


def test_a_shift_stays_within_its_share_of_the_side():
    """A dot in the middle of 41 px moves by at most 4.1 px."""
    dot = torch.zeros(200, 1, 41, 41)
    dot[:, :, 20, 20] = 1

    with seeded(0):
        moved = augmented(dot, shift=0.1, turn=0, scale=0)

    rows = moved.sum(dim=3)[:, 0] @ torch.arange(41.0) / moved.sum(dim=(1, 2, 3))
    assert 3 < (rows - 20).abs().max() <= 4.2


def test_a_mark_lies_in_the_corner_of_the_images_chosen_and_nowhere_else():
    chosen = torch.arange(20) < 5

    painted = marked(pictures(), chosen, 4)

    assert painted[5:].equal(pictures()[5:])
    assert (painted[:5, :, 2:4, 2:4] == 1).all()
    assert (painted[:5, :, 1, 1:5] == 0).all()
    painted[:, :, 1:5, 1:5] = pictures()[:, :, 1:5, 1:5]
    assert painted.equal(pictures())


@pytest.mark.parametrize("side", [2, 11])
def test_a_mark_that_does_not_fit_is_refused(side):
    with pytest.raises(ValueError, match=f"a mark of {side} px"):
        marked(pictures(), torch.ones(20, dtype=torch.bool), side)


def test_a_mark_coincides_with_its_class_for_the_share_asked():
    right = torch.arange(2000) % 2 == 0

    assert coinciding(right, 1, seed=0).equal(right)
    assert coinciding(right, 0, seed=0).equal(~right)
    agrees = (coinciding(right, 0.9, seed=0) == right).float().mean().item()
    assert agrees == pytest.approx(0.9, abs=0.03)
