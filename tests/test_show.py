import numpy as np
import pytest
import torch

from cnnviz import show


def drawn(figure, place=0, layer=0):
    return np.asarray(figure.axes[place].images[layer].get_array())


def test_maps_share_one_scale_so_that_they_can_be_compared():
    figure = show.maps(torch.stack([torch.zeros(2, 2), torch.full((2, 2), 3.0)]))

    limits = [figure.axes[place].images[0].get_clim() for place in (0, 1)]
    assert limits == [(0, 3), (0, 3)]


def test_values_of_both_signs_lie_around_zero():
    figure = show.maps(torch.tensor([[[-1.0, 4.0]]]))

    assert figure.axes[0].images[0].get_clim() == (-4, 4)


def test_an_overlay_is_relative_to_the_maps_own_maximum_however_small():
    tiny = torch.tensor([[[0.0, 1e-11], [0.0, 0.0]]])

    figure = show.overlay(torch.rand(1, 3, 2, 2), tiny)

    np.testing.assert_allclose(drawn(figure, layer=1), [[0, 1], [0, 0]], atol=1e-6)


def test_a_map_without_evidence_is_drawn_empty():
    figure = show.overlay(torch.rand(1, 3, 4, 4), torch.zeros(1, 2, 2))

    assert drawn(figure, layer=1).max() == 0


def test_pictures_of_one_channel_are_grey_with_white_as_one():
    figure = show.pictures(torch.rand(3, 1, 4, 4), titles=["a", "b", "c"])

    assert figure.axes[0].images[0].get_clim() == (0, 1)
    assert [place.get_title() for place in figure.axes] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("count", "titles", "message"),
    [(0, [], "nothing to draw"), (2, ["a"], "2 pictures, but 1 titles")],
)
def test_what_cannot_be_drawn_is_told(count, titles, message):
    with pytest.raises(ValueError, match=message):
        show.pictures(torch.rand(count, 3, 2, 2), titles)


def test_a_notebook_gets_a_picture_also_without_pyplot():
    figure = show.maps(torch.rand(1, 2, 2))

    assert figure._repr_png_().startswith(b"\x89PNG")
