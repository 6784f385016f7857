"""What trained networks answer to pure noise, and how sure they are."""

import numpy as np
from torch import Tensor

from cnnviz.data.noise import noise
from cnnviz.lessons.noise import results
from cnnviz.lessons.noise.results import KINDS, NOISE
from cnnviz.lessons.shared.digits import tensors
from cnnviz.lessons.shared.repeats import summary
from cnnviz.lessons.shared.trained import trained_network
from cnnviz.results import Images, Run, Summary, where
from cnnviz.training import probabilities

BINS = 100  # of confidence, from 0 to 1
RELIABILITY_BINS = 10
SURE = 0.9


def noise_kinds(data: Images, seed: int, count: int) -> results.Examples:
    """Give some images of each kind of noise."""
    images, _ = tensors(data, "test")
    return {kind: noise(kind, images[:count], seed)[:, 0].numpy() for kind in NOISE}


def noise_answer(data: Images, runs: list[Run], seed: int) -> results.OneImage:
    """Show one image of uniform noise to each network: the image, and every probability."""
    images, _ = tensors(data, "test")
    image = noise("uniform", images[:1], seed)
    answers: dict[str, results.Answer] = {}
    for run in runs:
        chances = probabilities(trained_network(run, data), image)[0]
        answers[run["network"]] = {
            "digit": int(chances.argmax()),
            "confidence": float(chances.max()),
            "probabilities": chances.tolist(),
        }
    return {"image": image[0, 0].numpy(), "answers": answers}


def noise_answers(data: Images, runs: list[Run], images: int) -> results.Answers:
    """Count which digit each network sees in noise and in real digits, and how surely.

    For each run and each kind: how often each digit was the answer, the mean confidence (the
    largest probability), and a histogram of the confidences in 100 bins. The real test digits
    are a kind of their own, `digits`. Summaries are over the seeds.
    """
    digits, _ = tensors(data, "test")
    rows: list[results.Tally] = []
    for run in runs:
        network = trained_network(run, data)
        for kind in KINDS:
            shown = digits if kind == "digits" else _many(kind, digits, images, run["seed"])
            confidence, answer = probabilities(network, shown).max(dim=1)
            rows.append(
                {
                    "network": run["network"],
                    "seed": run["seed"],
                    "kind": kind,
                    "images": len(shown),
                    "answers": answer.bincount(minlength=10).tolist(),
                    "confidence": confidence.mean().item(),
                    "sure": (confidence >= SURE).float().mean().item(),
                    "histogram": _bins(confidence, BINS).bincount(minlength=BINS).tolist(),
                }
            )
    leanings = {
        network: {kind: _leaning(where(rows, network=network, kind=kind)) for kind in sorted(KINDS)}
        for network in sorted({row["network"] for row in rows})
    }
    return {"images": images, "runs": rows, "summary": leanings}


def noise_threshold(answers: results.Answers, kept: float) -> results.Threshold:
    """Find what a threshold on confidence rejects.

    For each run: the share of each kind whose confidence reaches 0.00, 0.01, … 0.99. The
    summary looks at the highest threshold that still keeps the given share of the digits:
    where it lies, and which share of each noise passes it all the same.
    """
    rows: list[results.Passing] = [
        {"network": r["network"], "seed": r["seed"], "kind": r["kind"], "passing": _passing(r)}
        for r in answers["runs"]
    ]
    compared: dict[str, dict[str, Summary]] = {}
    for network in sorted({row["network"] for row in rows}):
        highest = {
            row["seed"]: max(bin for bin, share in enumerate(row["passing"]) if share >= kept)
            for row in where(rows, network=network, kind="digits")
        }
        compared[network] = {"threshold": summary([bin / BINS for bin in highest.values()])}
        for kind in NOISE:
            noises = where(rows, network=network, kind=kind)
            compared[network][kind] = summary([r["passing"][highest[r["seed"]]] for r in noises])
    return {"kept": kept, "runs": rows, "summary": compared}


def reliability(data: Images, runs: list[Run]) -> results.Reliability:
    """Compare confidence with accuracy on the test digits, in ten bins of confidence.

    The expected calibration error is the mean distance between the two, weighed by the bins'
    images (Guo et al. 2017, https://arxiv.org/abs/1706.04599, equation 3).
    """
    images, labels = tensors(data, "test")
    rows: list[results.Bin] = []
    errors: dict[str, list[float]] = {}
    for run in runs:
        confidence, answer = probabilities(trained_network(run, data), images).max(dim=1)
        right = (answer == labels).float()
        bins = _bins(confidence, RELIABILITY_BINS)
        error = 0.0
        for bin in bins.unique().tolist():
            inside = bins == bin
            row: results.Bin = {
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


def _many(kind: str, digits: Tensor, count: int, seed: int) -> Tensor:
    repeated = digits.repeat(-(-count // len(digits)), 1, 1, 1)[:count]
    return noise(kind, repeated, seed)


def _bins(confidence: Tensor, count: int) -> Tensor:
    return (confidence * count).long().clamp(max=count - 1)


def _passing(row: results.Tally) -> list[float]:
    return (np.cumsum(row["histogram"][::-1])[::-1] / row["images"]).tolist()


def _leaning(rows: list[results.Tally]) -> results.Leaning:
    shares = np.array([np.divide(row["answers"], row["images"]) for row in rows])
    mean = shares.mean(axis=0)
    return {
        "confidence": summary([row["confidence"] for row in rows]),
        "sure": summary([row["sure"] for row in rows]),
        "favourite": {"digit": int(mean.argmax()), "share": float(mean.max())},
        "favourites": shares.argmax(axis=1).tolist(),
        "favoured": summary(shares.max(axis=1).tolist()),
    }
