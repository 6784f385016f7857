"""Claims about the gradient of shared weights, each checked against the build's own numbers."""

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.lessons.shared_weights_gradient import results
from cnnviz.results import Verdict


def two_paths_add_up(two_paths: results.TwoPaths) -> Verdict:
    """Autograd's gradient of the shared weight is the sum of both paths, and no mean."""
    hand, autograd = two_paths["hand"], two_paths["autograd"]
    total, nudged = autograd["sum"], two_paths["differences"]["sum"]
    apart = [abs(hand[name] - autograd[name]) for name in ("1", "2", "sum")]
    largest = max(*apart, abs(nudged - total))
    return verdict(
        largest < 1e-6 < abs(total - hand["mean"]),
        "decimal",
        **{f"path_{place}": hand[place] for place in ("1", "2")},
        autograd=total,
        difference=(largest, "scientific"),
    )


def gradient_is_the_sum_over_places(gradient_by_place: results.Places) -> Verdict:
    """For every weight of the layer, what the places add is what autograd gives."""
    total, autograd = gradient_by_place["sum"], gradient_by_place["autograd"]
    apart = gradient_by_place["difference"]
    holds = apart < 1e-12 < abs(autograd)
    return verdict(holds, "fine", sum=total, autograd=autograd, difference=(apart, "scientific"))


def differences_agree(gradient_check: results.Agreements) -> Verdict:
    """Central differences agree with autograd to 1e-6, where gradients are far larger."""
    summary = gradient_check["summary"]
    return verdict(
        summary["difference"] < 1e-6 and summary["gradient"] > 1e-3,
        weights=(float(summary["weights"]), "whole"),
        gradient=(summary["gradient"], "fine"),
        difference=(summary["difference"], "scientific"),
    )


def filters_become_lines(line_likeness: results.LineLikeness) -> Verdict:
    """First filters end more line-like than they began: the interval of the gain is above 0."""
    summary = line_likeness["summary"]
    start, end, low = summary["start"]["mean"], summary["end"]["mean"], summary["gain"]["low"]
    return verdict(low > 0, "percent", start=start, end=end, gain_low=(low, "points"))


def lines_need_neighbours(line_likeness: results.LineLikeness) -> Verdict:
    """From the same start, filters become more line-like on images than on remapped ones."""
    control = line_likeness["summary"]["control"]
    means = {which: control[which]["mean"] for which in ("original", "remapped")}
    low = control["advantage"]["low"]
    return verdict(low > 0, "percent", **means, advantage_low=(low, "points"))


def filters_stay_near_their_start(line_likeness: results.LineLikeness) -> Verdict:
    """Nearly every filter stays more like its own start than like any other filter's."""
    summary = line_likeness["summary"]
    stayed, alike = summary["stayed"]["mean"], summary["alike"]["mean"]
    return verdict(stayed > 0.9, "percent", stayed=stayed, alike=(alike, "decimal"))
