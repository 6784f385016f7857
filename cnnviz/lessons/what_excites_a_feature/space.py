"""The space of a network's last features: neighbours in it, and a map of it, made to be drawn."""

from typing import Any

import numpy as np
import torch

from cnnviz.lessons.what_excites_a_feature.neighbours import nearest_images
from cnnviz.methods.nearest import nearest

SPACES = ("features", "pixels")


def nearest_digits(
    data: dict[str, Any], run: dict[str, Any], labels: list[int], k: int
) -> dict[str, Any]:
    """Give the training images nearest to the first test image of each label, as bytes."""
    queries = [int(np.flatnonzero(data["test_labels"] == label)[0]) for label in labels]
    found = nearest_images(data, run, queries, k)
    pictures = {name: found[name] for name in ("queries", *(f"{s}.images" for s in SPACES))}
    return {
        **{name: found[name] for name in ("query_labels", "layer")},
        **{f"{space}.labels": found[f"{space}.labels"] for space in SPACES},
        **{name: np.rint(images * 255).astype(np.uint8) for name, images in pictures.items()},
    }


def plane(found: dict[str, Any], shown: int, k: int) -> dict[str, Any]:
    """Keep some points of `neighbours.feature_map`, and measure how well its planes sort digits.

    `same` is the share of an image's k nearest others in the plane that have its label, over
    all images; `variance` what the two axes hold of the whole.
    """
    labels = torch.from_numpy(found["labels"])
    measured: dict[str, Any] = {}
    for space in SPACES:
        places = torch.from_numpy(found[f"{space}.places"])
        _, closest = nearest(places, places, k + 1)
        same = labels[closest[:, 1:]] == labels[:, None]
        measured[space] = {
            "same": float(same.double().mean()),
            "variance": float(sum(found[f"{space}.shares"])),
        }
    return {
        "images": len(labels),
        "k": k,
        "labels": labels[:shown].tolist(),
        **{
            f"{space}.places": np.round(found[f"{space}.places"][:shown], 3).tolist()
            for space in SPACES
        },
        "summary": measured,
    }
