"""Claims of lesson 11, each checked against the build's own numbers."""

from itertools import pairwise

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.lessons.what_excites_a_feature.results import Choosiness, FeaturePlane, SameClass
from cnnviz.results import Verdict


def features_find_the_same_class(same_class: SameClass) -> Verdict:
    """Neighbours in the CNN's last hidden layer share the label more often than in pixels."""
    cnn, pixels = same_class["summary"]["lenet5"], same_class["pixels"]
    holds = cnn["low"] > pixels
    return verdict(holds, "percent", cnn=cnn["mean"], low=cnn["low"], pixels=pixels)


def deeper_units_are_choosier(choosiness: Choosiness) -> Verdict:
    """From layer to layer, a unit's favourite images show the same digit more often."""
    means = {layer: row["mean"] for layer, row in choosiness["summary"].items()}
    shares = [choosiness["random"], *means.values()]
    rising = all(before < after for before, after in pairwise(shares))
    return verdict(rising, "percent", **means)


def plane_of_features_sorts_digits(feature_plane: FeaturePlane) -> Verdict:
    """In the plane of the features, neighbours share the label more often than in the pixels'."""
    same = {space: row["same"] for space, row in feature_plane["summary"].items()}
    return verdict(same["features"] > same["pixels"], "percent", **same)
