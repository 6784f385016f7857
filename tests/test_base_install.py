"""`pip install cnnviz` brings what the methods need; what an extra brings is told by its name."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = tomllib.loads(Path("pyproject.toml").read_text())["project"]
LIBRARY = [
    ".".join(path.with_suffix("").parts)
    for room in ("commands", "data", "files", "methods", "models")
    for path in sorted(Path("cnnviz", room).rglob("*.py"))
] + [f"cnnviz.{name}" for name in ("in_place", "inspection", "recording", "show", "training")]

# Python with nothing installed but what is named in its first argument.
ALONE = """
import sys
from importlib.machinery import PathFinder

class Alone(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        hidden = name.partition(".")[0] in HIDDEN
        return None if hidden else super().find_spec(name, path, target)

HIDDEN = set(sys.argv.pop(1).split(","))
sys.meta_path[sys.meta_path.index(PathFinder)] = Alone
"""


def brought(requirements):
    """Give the names of all packages that these bring along, on this machine."""
    found, waiting = set(), [Requirement(text) for text in requirements]
    while waiting:
        asked = waiting.pop()
        name = canonicalize_name(asked.name)
        for extra in {"", *asked.extras}:
            if (name, extra) in found:
                continue
            found.add((name, extra))
            try:
                needed = [Requirement(text) for text in requires(name) or []]
            except PackageNotFoundError:  # no wheel of it for this machine
                continue
            waiting += [n for n in needed if not n.marker or n.marker.evaluate({"extra": extra})]
    return {name for name, _ in found}


@pytest.fixture(scope="module")
def alone():
    """Run code, or the command line, where only the base is installed."""
    base = brought(PROJECT["dependencies"])
    hidden = {
        module
        for module, distributions in packages_distributions().items()
        if not base & {canonicalize_name(name) for name in distributions} and module != "cnnviz"
    }

    def run(code, *arguments):
        command = [sys.executable, "-c", ALONE + code, ",".join(hidden), *arguments]
        return subprocess.run(command, capture_output=True, text=True)

    return run


COMMAND_LINE = "from cnnviz.__main__ import main; sys.exit(main())"


def test_the_base_is_what_methods_networks_and_drawings_need():
    names = {Requirement(text).name for text in PROJECT["dependencies"]}

    assert names == {
        "torch", "torchvision", "numpy", "scipy", "matplotlib", "jaxtyping", "safetensors", "pillow"
    }  # fmt: skip


def test_nothing_of_the_site_the_cluster_or_the_shared_store_comes_with_the_base():
    assert not brought(PROJECT["dependencies"]) & {"mkdocs", "distributed", "s3fs", "pandas"}


def test_the_base_alone_is_what_these_tests_stand_on(alone):
    """A package that an extra brings is hidden from them, also where it is installed."""
    assert "No module named 'mkdocs'" in alone("import mkdocs").stderr
    assert alone("import torch").stderr == ""


def test_every_module_of_the_library_is_imported_with_the_base_alone(alone):
    done = alone(f"import importlib\nfor name in {LIBRARY}: importlib.import_module(name)")

    assert done.stderr == ""


def test_a_method_is_applied_and_drawn_with_the_base_alone(alone):
    code = """
import torch
from cnnviz import show
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.models import network
images = torch.rand(2, 1, 28, 28)
evidence = grad_cam(network("simple_cnn").eval(), "conv2", images, torch.tensor([3, 7]))
print(len(show.overlay(images, evidence)._repr_png_()) > 1000)
"""
    done = alone(code)

    assert (done.stdout.strip(), done.stderr) == ("True", "")


def test_the_command_lines_help_needs_only_the_base(alone):
    done = alone(COMMAND_LINE, "--help")

    assert (done.returncode, done.stderr) == (0, "")
    assert "grad-cam" in done.stdout


@pytest.mark.parametrize(
    ("asked", "extra"),
    [
        (["explain", "remap_accuracy"], "site"),
        (["generate", "out"], "site"),
        (["layers"], "imagenet"),
    ],
)
def test_a_command_that_needs_more_names_the_extra_that_brings_it(alone, asked, extra):
    done = alone(COMMAND_LINE, *asked)

    assert done.returncode == 1
    assert done.stderr.startswith("error: ")
    assert f"pip install 'cnnviz[{extra}]'" in done.stderr


@pytest.mark.parametrize(
    ("code", "extra"),
    [
        ("from cnnviz.data.digits import packaged_digits as call", "data"),
        ("from cnnviz.data.photos import photos as call", "data"),
        ("from cnnviz.models.networks.efficientnet_lite0 import packaged_file as call", "imagenet"),
    ],
)
def test_data_that_a_package_brings_names_its_extra(alone, code, extra):
    done = alone(f"{code}\ncall()")

    assert f"pip install 'cnnviz[{extra}]'" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("package", "extra"), [("distributed", "cluster"), ("s3fs", "s3"), ("yaml", "site")]
)
def test_a_missing_package_is_told_with_its_extra(package, extra):
    from cnnviz.extras import cure

    assert cure(ModuleNotFoundError(name=package)).endswith(f"pip install 'cnnviz[{extra}]'")


def test_a_missing_package_of_nobodys_is_not_explained_away():
    from cnnviz.extras import cure

    assert cure(ImportError("of our own making")) == ""


ONLY_UNIX = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
IMPORTED = re.compile(r"^\s*(?:import|from) (\w+)", re.MULTILINE)


def test_no_module_is_imported_that_only_unix_has():
    found = {
        f"{file}: {name}"
        for folder in ("cnnviz", "generators")
        for file in Path(folder).rglob("*.py")
        for name in IMPORTED.findall(file.read_text(encoding="utf-8"))
        if name in ONLY_UNIX
    }

    assert found == set()


def test_the_package_says_that_it_is_typed():
    assert Path("cnnviz", "py.typed").is_file()
