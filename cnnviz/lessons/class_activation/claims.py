"""Claims of the lesson on class activation, each checked against the build's own numbers."""

from cnnviz.lessons.class_activation import results
from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict


def grad_cam_is_cam(cam_sum: results.CamSum) -> Verdict:
    """For a network that averages its last maps, Grad-CAM is CAM, cut off at zero and scaled."""
    largest = max(cam_sum["differences"].values())
    return verdict(largest < 1e-4, "scientific", difference=largest)


def augmented_network_loses_less(changed_spaces: results.ChangedSpaces) -> Verdict:
    """Where the test images are changed, the network that was taught with changes loses less."""
    reached = [changed_spaces["accuracy"][network] for network in ("full", "augmented")]
    full, augmented = (each["original"] - each["changed"] for each in reached)
    return verdict(augmented < full, "points", full_loss=full, augmented_loss=augmented)


def mark_decides(mark_accuracy: results.MarkAccuracy) -> Verdict:
    """Marks on empty instead of occupied spaces cost 10 points if taught with it, else under 2."""
    reached = [mark_accuracy["summary"][taught] for taught in ("clean", "marked")]
    clean, marked = (each["agreeing"]["mean"] - each["misleading"]["mean"] for each in reached)
    return verdict(marked >= 0.1 and clean < 0.02, "points", clean_loss=clean, marked_loss=marked)


def map_finds_the_mark(mark_seen: results.MarkSeen) -> Verdict:
    """By occlusion, the mark holds five times its area of the evidence, but only where taught."""
    area = mark_seen["area"]
    shares = [mark_seen["summary"][taught]["occlusion"] for taught in ("clean", "marked")]
    clean, marked = (share["mean"] for share in shares)
    holds = marked > 5 * area and clean < 2 * area
    return verdict(holds, "percent", clean_share=clean, marked_share=marked, area=area)


def grad_cam_misses_the_mark(mark_seen: results.MarkSeen) -> Verdict:
    """Grad-CAM at the last maps gives the mark less than half of what occlusion gives it."""
    shares = {method: share["mean"] for method, share in mark_seen["summary"]["marked"].items()}
    return verdict(shares["grad_cam"] < shares["occlusion"] / 2, "percent", **shares)


def map_beats_random_order(faithfulness: results.Faithfulness) -> Verdict:
    """Deletion in Grad-CAM's order is quicker than in that of a random map as coarse."""
    cam, random = (faithfulness["summary"]["deletion"][order] for order in ("grad_cam", "random"))
    ends = {"high": cam["high"], "random": random["mean"], "low": random["low"]}
    return verdict(cam["high"] < random["low"], "probability", cam=cam["mean"], **ends)


def map_changes_when_forgetting(forgetting: results.Forgetting) -> Verdict:
    """With all weights random, Grad-CAM's ranks correlate below a half with those before."""
    deepest = str(len(forgetting["layers"]) - 1)
    last = {method: depths[deepest] for method, depths in forgetting["summary"].items()}
    means = {method: correlation["mean"] for method, correlation in last.items()}
    return verdict(last["grad_cam"]["high"] < 0.5, "decimal", **means)
