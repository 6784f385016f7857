"""What lesson 2 measures: small cases by hand, and other tools as oracles."""

import tomllib

import numpy as np
import pytest
import torch

from cnnviz.lessons.convolution import edges, experiments, plan, windows
from tests.lessons.images import in_both_parts
from tests.projects import ROOT


def test_the_sources_numbers_are_quoted_and_checked_alike():
    quoted = tomllib.loads((ROOT / "docs" / "quoted.toml").read_text(encoding="utf-8"))

    assert quoted["convolution"] == plan.SOURCE


def test_the_output_at_each_place_is_its_products_and_the_bias():
    shown = experiments.sliding_product([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [[1.0, -1.0]], bias=0.5)

    assert shown["output"] == [[-0.5, -0.5], [-0.5, -0.5]]
    assert shown["places"][3] == {
        "row": 1,
        "column": 1,
        "products": [[5.0, -6.0]],
        "sum": -1.0,
        "output": -0.5,
    }


def test_convolution_meets_the_pixels_backwards():
    assert experiments.loop_order(2) == {
        "correlation": [[1, 2], [3, 4]],
        "convolution": [[4, 3], [2, 1]],
    }


def test_the_matrix_of_a_convolution_by_hand():
    matrix = experiments.convolution_matrix(3, 2)["weights"]

    assert matrix.tolist() == [
        [1, 2, 0, 3, 4, 0, 0, 0, 0],
        [0, 1, 2, 0, 3, 4, 0, 0, 0],
        [0, 0, 0, 1, 2, 0, 3, 4, 0],
        [0, 0, 0, 0, 1, 2, 0, 3, 4],
    ]


def test_connections_of_a_digit_are_counted():
    counted = experiments.connections(28, 5)

    assert counted["dense"] == {"connections": 784, "weights": 784 * 576}
    assert counted["local"] == {"connections": 25, "weights": 25 * 576}
    assert counted["shared"] == {"connections": 25, "weights": 25}


def test_the_sources_layer_has_its_shapes():
    layer = experiments.layer_shapes([[1, 8, 5]])["1_8_5"]

    assert (layer["weight"], layer["bias"], layer["parameters"]) == ([8, 1, 5, 5], [8], 208)


def test_edges_of_two_tones_lie_where_the_tones_meet():
    found = edges.edges_two_tone(10, 11, 6)

    assert found["upright.picture"].shape == (10, 11)
    assert found["upright.vertical"][0].tolist() == [0, 0, 0, 0, -3, -3, 0, 0, 0]
    np.testing.assert_array_equal(found["lying.horizontal"], found["upright.vertical"].T)


@pytest.mark.parametrize(
    ("case", "formula", "output", "unseen"),
    [((32, 5, 1, 2), 32, 32, 0), ((28, 5, 1, 0), 24, 24, 0), ((10, 4, 4, 0), 2.5, 2, 2)],
)
def test_output_sizes_come_with_what_stays_unseen(case, formula, output, unseen):
    names = ("size", "kernel", "stride", "padding")

    (row,) = windows.output_sizes([dict(zip(names, case, strict=True))])["rows"]

    assert (row["formula"], row["output"], row["unseen"]) == (formula, output, unseen)


def test_a_kernel_starts_in_the_padding():
    case = {"size": 5, "kernel": 3, "stride": 2, "padding": 1}

    (placed,) = windows.kernel_places([case])["cases"]

    assert placed["starts"] == [-1, 1, 3]


def test_every_layer_of_three_adds_two_pixels_to_the_field():
    seen = windows.field_of_one_unit(11, 3, 3)

    assert seen["fields"] == {"1": 3, "2": 5, "3": 7}
    assert [stage["box"] for stage in seen["stages"]] == [
        [2, 2, 9, 9],
        [2, 2, 7, 7],
        [2, 2, 5, 5],
        [2, 2, 3, 3],
    ]


def test_relu_keeps_one_side_of_each_stroke():
    images = np.zeros((2, 6, 6), dtype=np.uint8)
    images[:, :, 2:4] = 255
    data = in_both_parts(images, np.array([0, 1]))

    found = edges.edges_digits(data, [0, 1])

    kept = found["rectified"] - found["opposite"]
    torch.testing.assert_close(torch.tensor(kept), torch.tensor(found["vertical"]))
    assert found["shares"]["negative"] == found["shares"]["positive"] > 0
