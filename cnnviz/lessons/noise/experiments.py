"""What trained networks answer to pure noise, and how sure they are."""

from typing import Any

import numpy as np
import torch

from cnnviz.data.noise import KINDS, noise
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.training import probabilities

BINS = 100  # of confidence, from 0 to 1
RELIABILITY_BINS = 10


def pictures(data: dict[str, Any], seed: int, count: int) -> dict[str, np.ndarray]:
    """Give some images of each kind of noise."""
    images, _ = tensors(data, "test")
    return {kind: noise(kind, images[:count], seed)[:, 0].numpy() for kind in KINDS}


def one_answer(data: dict[str, Any], runs: list[dict[str, Any]], seed: int) -> dict[str, Any]:
    """Show one image of uniform noise to each network: the image, and every probability."""
    images, _ = tensors(data, "test")
    image = noise("uniform", images[:1], seed)
    answers = {}
    for run in runs:
        given = probabilities(trained_network(run, data), image)[0]
        answers[run["network"]] = {
            "digit": int(given.argmax()),
            "confidence": float(given.max()),
            "probabilities": [float(value) for value in given],
        }
    return {"image": image[0, 0].numpy(), "answers": answers}


def answers(data: dict[str, Any], runs: list[dict[str, Any]], images: int) -> dict[str, Any]:
    """Count which digit each network sees in noise and in real digits, and how surely.

    For each run and each kind: how often each digit was the answer, the mean confidence (the
    largest probability), and a histogram of the confidences in 100 bins. The real test digits
    are a kind of their own, `digits`. Summaries are over the seeds.
    """
    digits, _ = tensors(data, "test")
    rows = []
    for run in runs:
        network = trained_network(run, data)
        for kind in ("digits", *KINDS):
            shown = digits if kind == "digits" else _many(kind, digits, images, run["seed"])
            confidence, answer = probabilities(network, shown).max(dim=1)
            bins = (confidence * BINS).long().clamp(max=BINS - 1)
            rows.append(
                {
                    "network": run["network"],
                    "seed": run["seed"],
                    "kind": kind,
                    "images": len(shown),
                    "answers": torch.bincount(answer, minlength=10).tolist(),
                    "confidence": confidence.mean().item(),
                    "sure": (confidence >= 0.9).float().mean().item(),
                    "histogram": torch.bincount(bins, minlength=BINS).tolist(),
                }
            )
    return {"images": images, "runs": rows, "summary": _summaries(rows)}


def reliability(data: dict[str, Any], runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Compare confidence with accuracy on the test digits, in ten bins of confidence.

    The expected calibration error is the mean distance between the two, weighed by the bins'
    images (Guo et al. 2017, https://arxiv.org/abs/1706.04599, equation 3).
    """
    images, labels = tensors(data, "test")
    rows = []
    errors: dict[str, list[float]] = {}
    for run in runs:
        confidence, answer = probabilities(trained_network(run, data), images).max(dim=1)
        right = (answer == labels).float()
        bins = (confidence * RELIABILITY_BINS).long().clamp(max=RELIABILITY_BINS - 1)
        error = 0.0
        for bin in bins.unique().tolist():
            inside = bins == bin
            row = {
                "network": run["network"],
                "seed": run["seed"],
                "bin": bin,
                "images": int(inside.sum()),
                "confidence": confidence[inside].mean().item(),
                "accuracy": right[inside].mean().item(),
            }
            rows.append(row)
            error += row["images"] / len(images) * abs(row["confidence"] - row["accuracy"])
        errors.setdefault(run["network"], []).append(error)
    compared = {network: {"error": summary(values)} for network, values in errors.items()}
    return {"runs": rows, "summary": compared}


def threshold(answers: dict[str, Any], kept: float) -> dict[str, Any]:
    """Find what a threshold on confidence rejects.

    For each run: the share of each kind whose confidence reaches 0.00, 0.01, … 0.99. The
    summary looks at the highest threshold that still keeps the given share of the digits:
    where it lies, and which share of each noise passes it all the same.
    """
    rows = []
    for row in answers["runs"]:
        reached = np.cumsum(row["histogram"][::-1])[::-1] / row["images"]
        named = {name: row[name] for name in ("network", "seed", "kind")}
        rows.append(named | {"passing": reached.tolist()})
    compared: dict[str, Any] = {}
    for network in sorted({row["network"] for row in rows}):
        mine = [row for row in rows if row["network"] == network]
        at = {
            row["seed"]: max(i for i, share in enumerate(row["passing"]) if share >= kept)
            for row in mine
            if row["kind"] == "digits"
        }
        compared[network] = {"threshold": summary([i / BINS for i in at.values()])}
        for kind in KINDS:
            passing = [r["passing"][at[r["seed"]]] for r in mine if r["kind"] == kind]
            compared[network][kind] = summary(passing)
    return {"kept": kept, "runs": rows, "summary": compared}


def _many(kind: str, digits: torch.Tensor, count: int, seed: int) -> torch.Tensor:
    repeated = digits.repeat(-(-count // len(digits)), 1, 1, 1)[:count]
    return noise(kind, repeated, seed)


def _summaries(rows: list[dict[str, Any]]) -> dict[str, Any]:
    compared: dict[str, Any] = {}
    for network, kind in sorted({(row["network"], row["kind"]) for row in rows}):
        mine = [row for row in rows if (row["network"], row["kind"]) == (network, kind)]
        shares = np.mean([np.array(row["answers"]) / row["images"] for row in mine], axis=0)
        compared.setdefault(network, {})[kind] = {
            "confidence": summary([row["confidence"] for row in mine]),
            "sure": summary([row["sure"] for row in mine]),
            "favourite": {"digit": int(shares.argmax()), "share": float(shares.max())},
            "favourites": [int(np.argmax(row["answers"])) for row in mine],
            "favoured": summary([max(row["answers"]) / row["images"] for row in mine]),
        }
    return compared
