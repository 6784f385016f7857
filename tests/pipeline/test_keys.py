"""Nothing is made again that did not change: tried on a copy of the package itself."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import ROOT

# Every result of every lesson with its usual arguments, and all that they stand on.
KEYS = """
import inspect, json, sys
from importlib import import_module
from pathlib import Path
from cnnviz.pages.wiring import Wiring
from cnnviz.pipeline.step import closure
from cnnviz.profile import read_profile

profile = read_profile(Path(sys.argv[1]) / "profiles" / "embedded.toml")
wiring = Wiring()
entries = [one for names in wiring.entries["result"].values() for one in names]
steps = closure(wiring.result(entry, {}, profile) for entry in entries)
print(json.dumps({step.label: key for key, step in steps.items()}))
"""


class Package:
    """A copy of cnnviz that a test can edit, and the keys of all its results."""

    def __init__(self, folder: Path):
        self.folder = folder
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "cnnviz", folder / "cnnviz", ignore=ignored)

    def edit(self, name: str, old: str, new: str) -> None:
        file = self.folder / "cnnviz" / name
        text = file.read_text()
        assert old in text, f"{name} has no {old!r}"
        file.write_text(text.replace(old, new))

    def keys(self) -> dict[str, str]:
        command = [sys.executable, "-c", KEYS, str(ROOT)]
        environment = {**os.environ, "PYTHONPATH": str(self.folder)}
        done = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )
        assert not done.returncode, done.stderr
        return dict(json.loads(done.stdout))


@pytest.fixture
def package(tmp_path):
    return Package(tmp_path)


def changed(before, after):
    return {label for label in before if after[label] != before[label]}


def test_adding_a_network_trains_nothing_again(package):
    before = package.keys()
    networks = package.folder / "cnnviz" / "models" / "networks"
    text = (networks / "mlp.py").read_text().replace("def mlp(", "def mlp_new(")
    (networks / "mlp_new.py").write_text(text)
    package.edit("models/published.py", 'NAMES = ("alexnet",', 'NAMES = ("vgg11", "alexnet",')

    after = package.keys()

    assert changed(before, after) == set()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("models/networks/lenet5.py", "takes images of 28 or 32 px", "wants 28 or 32 px"),
        ("training.py", "the loss became", "the loss turned into"),
        (
            "choice.py",
            "there is no {what} {name!r}.{hint} There are: {there}",
            "no {what} {name!r}",
        ),
    ],
)
def test_rewording_an_error_makes_nothing_again(package, name, old, new):
    before = package.keys()

    package.edit(name, old, new)

    assert changed(before, package.keys()) == set()


def test_editing_the_code_of_downloads_trains_nothing_again(package):
    before = package.keys()
    for file in (package.folder / "cnnviz" / "files").glob("*.py"):
        file.write_text(file.read_text() + "\n\nADDED = 1\n")

    assert changed(before, package.keys()) == set()


def test_editing_a_method_makes_again_only_what_reaches_it(package):
    before = package.keys()

    package.edit(
        "methods/grad_cam.py",
        'equations 1 and 2.\n    """',
        'equations 1 and 2.\n    """\n    images = images + 0',
    )

    again = changed(before, package.keys())
    assert {"photo_heat", "mark_seen", "faithfulness"} <= again
    assert not {"remap_accuracy", "digit_sparsity", "photographs"} & again
    assert not {label for label in again if label.startswith("training ")}


def test_editing_a_network_makes_again_only_what_stands_on_it(package):
    before = package.keys()

    package.edit("models/networks/mlp.py", "nn.ReLU()", "nn.ReLU(inplace=False)")

    again = changed(before, package.keys())
    trainings = {label for label in before if label.startswith("training ")}
    assert {label for label in trainings if " mlp" in label} == again & trainings
    assert "digit_sparsity" not in again
