"""Claims of lesson 4, each checked against the build's own numbers.

A claim gives whether it holds, and the numbers it looked at with the unit to show them in.
"""

from typing import Any

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict


def two_paths_add_up(two_paths: dict[str, Any]) -> Verdict:
    """Autograd's gradient of the shared weight is the sum of both paths, and no mean."""
    hand, autograd = two_paths["hand"], two_paths["autograd"]
    apart = max(abs(hand[name] - autograd[name]) for name in ("1", "2", "sum"))
    apart = max(apart, abs(two_paths["differences"]["sum"] - autograd["sum"]))
    return verdict(
        apart < 1e-6 and abs(autograd["sum"] - hand["mean"]) > 1e-6,
        path_1=(hand["1"], "decimal"),
        path_2=(hand["2"], "decimal"),
        autograd=(autograd["sum"], "decimal"),
        difference=(apart, "scientific"),
    )


def gradient_is_the_sum_over_places(gradient_by_place: dict[str, Any]) -> Verdict:
    """For every weight of the layer, what the places add is what autograd gives."""
    return verdict(
        gradient_by_place["difference"] < 1e-12 < abs(gradient_by_place["autograd"]),
        sum=(gradient_by_place["sum"], "fine"),
        autograd=(gradient_by_place["autograd"], "fine"),
        difference=(gradient_by_place["difference"], "scientific"),
    )


def differences_agree(gradient_check: dict[str, Any]) -> Verdict:
    """Central differences agree with autograd to 1e-6, where gradients are far larger."""
    found = gradient_check["summary"]
    return verdict(
        found["difference"] < 1e-6 and found["gradient"] > 1e-3,
        weights=(float(found["weights"]), "whole"),
        gradient=(found["gradient"], "fine"),
        difference=(found["difference"], "scientific"),
    )


def filters_become_lines(line_likeness: dict[str, Any]) -> Verdict:
    """First filters end more line-like than they began: the interval of the gain is above 0."""
    found = line_likeness["summary"]
    return verdict(
        found["gain"]["low"] > 0,
        start=(found["start"]["mean"], "percent"),
        end=(found["end"]["mean"], "percent"),
        gain_low=(found["gain"]["low"], "points"),
    )


def lines_need_neighbours(line_likeness: dict[str, Any]) -> Verdict:
    """From the same start, filters become more line-like on images than on remapped ones."""
    found = line_likeness["summary"]["control"]
    return verdict(
        found["advantage"]["low"] > 0,
        original=(found["original"]["mean"], "percent"),
        remapped=(found["remapped"]["mean"], "percent"),
        advantage_low=(found["advantage"]["low"], "points"),
    )


def filters_stay_near_their_start(line_likeness: dict[str, Any]) -> Verdict:
    """Nearly every filter stays more like its own start than like any other filter's."""
    found = line_likeness["summary"]
    return verdict(
        found["stayed"]["mean"] > 0.9,
        stayed=(found["stayed"]["mean"], "percent"),
        alike=(found["alike"]["mean"], "decimal"),
    )
