"""What every test stands on: shapes are checked at every call, and the digits are read once."""

import os

from jaxtyping import install_import_hook

# The rooms of the science compute with tensors; this must run before any of them is imported.
CHECKED = [f"cnnviz.{room}" for room in ("data", "models", "methods", "training", "experiments")]
install_import_hook(CHECKED, "beartype.beartype")

import pytest  # noqa: E402 - the hook above comes first
import torch  # noqa: E402

from cnnviz.data.sources import DIGITS  # noqa: E402
from cnnviz.experiments.digits import packaged  # noqa: E402

torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))  # tests are many small calls


@pytest.fixture(scope="session")
def few_digits():
    """Twenty images of each digit, sixteen of them for training."""
    return packaged(DIGITS.sha256, 20)
