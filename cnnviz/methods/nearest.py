"""Nearest neighbours: which stored feature vectors are most like a query."""

from typing import Literal

import torch
from jaxtyping import Float, Int
from torch import Tensor
from torch.nn.functional import normalize

DISTANCES = 2**24  # held in memory at once: 64 MB of them in single precision


def nearest(
    features: Float[Tensor, "image *feature"],
    queries: Float[Tensor, "query *feature"],
    k: int,
    metric: Literal["euclidean", "cosine"] = "euclidean",
) -> tuple[Float[Tensor, "query k"], Int[Tensor, "query k"]]:
    """Give each query's k nearest images by their features: the distances, and which they are.

    The nearest comes first; of equally near ones, that with the smaller index. A query that is
    among the images finds itself. The cosine distance, 1 − cos of the angle, is 0 to 2.
    Whole images can be features, too: then the distance is that of their pixels.

    Krizhevsky et al. 2012, section 6.1 and figure 4 (right), with Euclidean distance.
    """
    features, queries = features.detach().flatten(1), queries.detach().flatten(1)
    if not 1 <= k <= len(features):
        raise ValueError(f"the {k} nearest of {len(features)} images cannot be given")
    if not (features.isfinite().all() and queries.isfinite().all()):
        raise ValueError("some features are not finite numbers: they have no distance")
    if metric == "cosine":
        features, queries = _directions(features), _directions(queries)
    distances, indices = [], []
    for some in queries.split(max(1, DISTANCES // len(features))):
        # Not by a matrix product: that is faster, but two equal vectors would not be 0 apart.
        apart = torch.cdist(some, features, compute_mode="donot_use_mm_for_euclid_dist")
        if metric == "cosine":
            apart = apart.square() / 2  # |a − b|² = 2 − 2 cos for vectors of length 1
        closest = apart.sort(dim=1, stable=True)
        distances.append(closest.values[:, :k])
        indices.append(closest.indices[:, :k])
    return torch.cat(distances), torch.cat(indices)


def _directions(vectors: Float[Tensor, "image feature"]) -> Float[Tensor, "image feature"]:
    if not vectors.any(dim=1).all():
        raise ValueError("a vector of zeros has no direction: the cosine needs other features")
    return normalize(vectors, dim=1)
