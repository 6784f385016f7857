"""Claims of lesson 10, each checked against the build's own numbers."""

from typing import Any

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict


def grad_cam_is_cam(cam_sum: dict[str, Any]) -> Verdict:
    """For a network that averages its last maps, Grad-CAM is CAM, cut off at zero and scaled."""
    largest = max(cam_sum["differences"].values())
    return verdict(largest < 1e-4, difference=(largest, "scientific"))


def augmented_network_loses_less(changed_spaces: dict[str, Any]) -> Verdict:
    """Where the test images are changed, the network that was taught with changes loses less."""
    losses = {
        name: reached["original"] - reached["changed"]
        for name, reached in changed_spaces["accuracy"].items()
    }
    numbers = {f"{name}_loss": (loss, "points") for name, loss in losses.items()}
    return verdict(losses["augmented"] < losses["full"], **numbers)


def mark_decides(mark_accuracy: dict[str, Any]) -> Verdict:
    """Marks on empty instead of occupied spaces cost 10 points if taught with it, else under 2."""
    losses = {
        taught: conditions["agreeing"]["mean"] - conditions["misleading"]["mean"]
        for taught, conditions in mark_accuracy["summary"].items()
    }
    numbers = {f"{taught}_loss": (loss, "points") for taught, loss in losses.items()}
    return verdict(losses["marked"] >= 0.1 and losses["clean"] < 0.02, **numbers)


def map_finds_the_mark(mark_seen: dict[str, Any]) -> Verdict:
    """By occlusion, the mark holds five times its area of the evidence, but only where taught."""
    area = mark_seen["area"]
    shares = {taught: found["occlusion"]["mean"] for taught, found in mark_seen["summary"].items()}
    holds = shares["marked"] > 5 * area and shares["clean"] < 2 * area
    numbers = {f"{taught}_share": (share, "percent") for taught, share in shares.items()}
    return verdict(holds, **numbers, area=(area, "percent"))


def grad_cam_misses_the_mark(mark_seen: dict[str, Any]) -> Verdict:
    """Grad-CAM at the last maps gives the mark less than half of what occlusion gives it."""
    shares = {method: found["mean"] for method, found in mark_seen["summary"]["marked"].items()}
    numbers = {method: (share, "percent") for method, share in shares.items()}
    return verdict(shares["grad_cam"] < shares["occlusion"] / 2, **numbers)


def map_beats_random_order(faithfulness: dict[str, Any]) -> Verdict:
    """Deletion in Grad-CAM's order is quicker than in that of a random map as coarse."""
    areas = faithfulness["summary"]["deletion"]
    cam, random = areas["grad_cam"], areas["random"]
    numbers = {
        "cam": (cam["mean"], "probability"),
        "high": (cam["high"], "probability"),
        "random": (random["mean"], "probability"),
        "low": (random["low"], "probability"),
    }
    return verdict(cam["high"] < random["low"], **numbers)


def map_changes_when_forgetting(forgetting: dict[str, Any]) -> Verdict:
    """With all weights random, Grad-CAM's ranks correlate below a half with those before."""
    deepest = str(len(forgetting["layers"]) - 1)
    last = {method: depths[deepest] for method, depths in forgetting["summary"].items()}
    numbers = {method: (found["mean"], "decimal") for method, found in last.items()}
    return verdict(last["grad_cam"]["high"] < 0.5, **numbers)
