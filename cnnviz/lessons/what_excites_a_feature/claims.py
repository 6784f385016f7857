"""Claims of lesson 11, each checked against the build's own numbers."""

from itertools import pairwise
from typing import Any

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict


def features_find_the_same_class(same_class: dict[str, Any]) -> Verdict:
    """Neighbours in the CNN's last hidden layer share the label more often than in pixels."""
    cnn, pixels = same_class["summary"]["lenet5"], same_class["pixels"]
    numbers = {"cnn": (cnn["mean"], "percent"), "low": (cnn["low"], "percent")}
    return verdict(cnn["low"] > pixels, **numbers, pixels=(pixels, "percent"))


def deeper_units_are_choosier(choosiness: dict[str, Any]) -> Verdict:
    """From layer to layer, a unit's favourite images show the same digit more often."""
    means = [found["mean"] for found in choosiness["summary"].values()]
    rising = all(before < after for before, after in pairwise(means))
    numbers = {layer: (found["mean"], "percent") for layer, found in choosiness["summary"].items()}
    return verdict(rising and means[0] > choosiness["random"], **numbers)


def plane_of_features_sorts_digits(feature_plane: dict[str, Any]) -> Verdict:
    """In the plane of the features, neighbours share the label more often than in the pixels'."""
    same = {space: found["same"] for space, found in feature_plane["summary"].items()}
    numbers = {space: (share, "percent") for space, share in same.items()}
    return verdict(same["features"] > same["pixels"], **numbers)
