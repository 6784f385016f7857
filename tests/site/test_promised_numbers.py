"""What the course promises of its sources, read off the finished pages in every language."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

FOLDERS = {"pt": "", "es": "es/", "en": "en/"}

CABRAL = [608, 3_216, 48_120, 10_164, 850, 62_958]
CHOLLET = [896, 18_496, 73_856, 147_584, 3_211_776, 513, 3_453_121]
MARTINS = 1_853_034


class Lesson:
    """A page of the finished site, with its numbers written as Python writes them."""

    def __init__(self, site: Path, language: str, name: str) -> None:
        self.language = language
        self.folder = site / FOLDERS[language] / "lessons" / name
        self.html = BeautifulSoup((self.folder / "index.html").read_text(), "html.parser")

    def numbers(self, element: Tag) -> list[float]:
        text = element.get_text(" ").replace("\u2212", "-").replace("\u00a0", " ")
        thousands, point = ",." if self.language == "en" else ".,"
        found = re.findall(r"-?\d+(?:[.,]\d+)*", text)
        return [float(one.replace(thousands, "").replace(point, ".")) for one in found]

    def rows(self, table: str) -> list[list[list[float]]]:
        """Give the numbers of each cell of a table, row by row, without the first column."""
        rows = self.html.select(f"#table-{table} tbody tr")
        assert rows, table
        return [[self.numbers(cell) for cell in row.select("td")[1:]] for row in rows]

    def result(self, figure: str) -> dict:
        """Give what a figure shows, from the file that its page offers."""
        link = self.html.select_one(f"[id^='fig-{figure}'] a.cv-download")
        assert link, figure
        return json.loads((self.folder / str(link["href"])).read_text())


@pytest.fixture(params=FOLDERS)
def lesson(request, built):
    return cache(lambda name: Lesson(built.site, request.param, name))


def column(rows: list[list[list[float]]], at: int) -> list[float]:
    """Give a column's numbers, without the cells that have none."""
    return [row[at][0] for row in rows if at < len(row) and row[at]]


def test_a_photograph_of_224_px_has_150_528_inputs(lesson):
    rows = lesson("why-cnns").rows("first-layer")

    assert [150_528] in rows[2]
    assert rows[2][0] == rows[2][1], "one hidden unit needs a weight for each input"


def test_three_tools_give_the_sources_correlation_and_convolution(lesson):
    correlation, convolution = lesson("convolution").rows("source-numbers")

    assert [cell for [cell] in correlation] == pytest.approx([-1.1026558] * 4, abs=5e-7)
    assert [cell for [cell] in convolution] == pytest.approx([-0.2611365] * 4, abs=5e-7)
    assert correlation[-1] == [-1.1026558], "the source's own"
    assert convolution[-1] == [-0.2611365], "the source's own"


def test_the_formula_gives_the_sources_sizes_and_one_that_is_not_whole(lesson):
    rows = lesson("convolution").rows("output-sizes")

    assert column(rows, 3)[:4] == [32, 28, 24, 14.5]
    assert column(rows, 4)[:4] == [32, 28, 24, 14]


def test_conv2d_1_8_5_has_8_filters_of_1_5_5_and_8_biases(lesson):
    weights, biases, parameters = lesson("convolution").rows("layer-shapes")[0]

    assert (weights, biases, parameters) == ([8, 1, 5, 5], [8], [208])


def test_pooling_discards_three_quarters(lesson):
    pooling = lesson("pooling-and-invariance")
    claims = [pooling.numbers(claim) for claim in pooling.html.select(".cv-claim")]

    assert any(found.count(75) == 3 for found in claims), "the sentence and two poolings"


@pytest.mark.parametrize(
    ("table", "promised"), [("lenet5-layers", CABRAL), ("chollet-convnet-layers", CHOLLET)]
)
def test_layers_have_the_parameters_that_the_source_prints(lesson, table, promised):
    rows = lesson("architectures").rows(table)

    assert column(rows, 1) == column(rows, 2) == promised


def test_simple_cnn_has_the_total_that_the_source_prints(lesson):
    rows = lesson("architectures").rows("simple-cnn-layers")

    assert column(rows, 1)[-1] == column(rows, 2)[-1] == MARTINS


def test_every_filter_and_every_pooling_of_chollets_network_has_its_picture(lesson):
    for layer in ("relu", "pool"):
        for depth in (1, 2, 3, 4):
            shown = lesson("pattern-maximisation").result(f"patterns-{layer}{depth}")
            assert [run["unit"] for run in shown["runs"]] == list(range(32)), (layer, depth)


def test_best_and_worst_of_both_classes_are_explained_in_both_networks(lesson):
    groups = lesson("class-activation").result("best-and-worst")["groups"]

    shown = [(group["kind"], group["which"]) for group in groups]
    assert shown == [(k, w) for k in ("empty", "occupied") for w in ("best", "worst")]
    for group in groups:
        for example in group["examples"]:
            assert example["full"]["map"] != example["augmented"]["map"]


def test_each_patch_has_its_reconstruction(lesson):
    for figure in ("digit-patches", "parking-patches"):
        for channel in lesson("what-excites-a-feature").result(figure)["channels"]:
            assert len(channel["patches"]) == len(channel["carried"]) > 1


def test_the_remap_of_parking_spaces_stands_beside_the_sources(lesson):
    """Runs, then mean, deviation and interval of three columns, then what the source gives."""
    rows = lesson("pixel-remap").rows("parking-remap")

    assert [row[-1] for row in rows] == [[94, 82], [82, 79]]
    for n, *measured, _ in rows:
        assert n[0] > 1
        for mean, deviation, low, high in measured:
            assert deviation >= 0
            assert low <= mean <= high


def test_the_two_answers_to_noise_stand_beside_the_sources(lesson):
    rows = lesson("noise").rows("noise-answer")

    assert [theirs for _, theirs in rows] == [[8, 0.23], [0, 0.43]]
    for (digit, confidence), _ in rows:
        assert digit in range(10)
        assert 0.1 <= confidence <= 1


def test_the_dream_is_shown_by_octaves_layers_and_steps(lesson):
    dreams = lesson("deepdream")

    octaves, steps = dreams.result("dream-octaves"), dreams.result("dream-steps")
    assert len(octaves["runs"][0]["excitement"]) == 4
    assert {frame["octave"] for frame in steps["frames"]} == {1, 2, 3, 4}
    assert set(dreams.result("dream-layers")["pictures"]) == {"4", "8", "16", "32"}
