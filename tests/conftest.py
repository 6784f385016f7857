"""What every test stands on: shapes are checked at every call, and the digits are read once."""

import os
from dataclasses import dataclass
from pathlib import Path

# Tests run side by side, and so do the processes that they start: one thread each.
os.environ["OMP_NUM_THREADS"] = "1"

import pytest
import torch
from filelock import FileLock
from jaxtyping import install_import_hook

from tests import checking  # the hook below finds it as an attribute of `tests`
from tests.builds import COLAB, REPOSITORY, mkdocs_build

# The rooms that compute with tensors; before any test imports them.
CHECKED = [
    f"cnnviz.{room}"
    for room in ("data", "files", "inspection", "methods", "models", "recording", "training")
]
install_import_hook(CHECKED, f"{checking.__name__}.checked")

torch.set_num_threads(1)  # tests are many small calls, for which threads only cost


@pytest.fixture(scope="session")
def few_digits():
    """Twenty images of each digit, sixteen of them for training."""
    from cnnviz.data.sources import DIGITS
    from cnnviz.lessons.shared.digits import packaged

    return packaged(DIGITS.sha256, 20)


@pytest.fixture(scope="session")
def few_runs(few_digits):
    """Two networks of each kind, trained on them a little."""
    from cnnviz.lessons.shared import trained as training

    return [
        training.run(few_digits, network, seed=seed, epochs=2, block=1)
        for network in ("lenet5", "mlp")
        for seed in (0, 1)
    ]


def pytest_collection_modifyitems(items):
    """Begin with the files that take long, and try a browser test that failed once more.

    So no process is left alone with a long file. What a busy machine delays in Chromium may fail
    once; the summary tells which did. No other test has a second try.
    """
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))
    long = ("test_site", "test_serve", "test_walk", "test_notebooks")
    order = {file: at for at, file in enumerate(long)}
    items.sort(key=lambda item: order.get(item.path.stem, len(order)))


def shared(tmp_path_factory, name):
    """Give a folder that all processes which test have in common."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    """A store for tests that do not care what is in it already: they find what others made."""
    return shared(tmp_path_factory, "kept")


@dataclass(frozen=True)
class Built:
    """A site, the store that it was made from or that it filled, and what the build said."""

    site: Path
    store: Path
    said: str


def once(folder, store, *python, **variables):
    """Build the project's own site in the smoke profile: once for all tests that look at it.

    Tests run in several processes; the first that needs the site builds it for all.
    """
    with FileLock(f"{folder}.lock"):
        if not (folder / "site").is_dir():
            done = mkdocs_build(folder / "unfinished", store, *python, **variables)
            assert done.returncode == 0, done.stderr[-4000:]
            (folder / "said").write_text(done.stderr)
            (folder / "unfinished").rename(folder / "site")
    return Built(folder / "site", store, (folder / "said").read_text())


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The site built from nothing, whose repository is unknown also where tests run beside one."""
    folder = shared(tmp_path_factory, "built")
    return once(folder, folder / "store", REPO_URL="", COLAB_URL="")


@pytest.fixture(scope="session")
def known(built, tmp_path_factory):
    """The site of somebody who says where sources and notebooks are: built from a full store."""
    places = {"REPO_URL": REPOSITORY, "COLAB_URL": COLAB}
    return once(shared(tmp_path_factory, "known"), built.store, "-X", "importtime", **places)
