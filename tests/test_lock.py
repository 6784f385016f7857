"""What is installed is pinned, each file by its hash, and nothing says where it is fetched from."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ["requirements.lock", "requirements-node.lock"]
PROJECT = tomllib.loads(Path("pyproject.toml").read_text())


def pinned(lock):
    """Give each pin of a lock with the hashes of its files."""
    text = re.sub(r"^ *#.*\n", "", Path(lock).read_text(), flags=re.MULTILINE)
    for entry in text.replace("\\\n", " ").strip().splitlines():
        pin, *hashes = entry.split(" --hash=")
        yield Requirement(pin), [found.strip() for found in hashes]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_file_that_may_be_installed_is_known_by_its_sha256(lock):
    for pin, hashes in pinned(lock):
        assert re.fullmatch("==[^*]+", str(pin.specifier)), pin
        assert hashes, pin
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", found) for found in hashes), pin


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_registry(lock):
    text = Path(lock).read_text()

    assert "://" not in text
    assert "index-url" not in text


def test_all_that_the_project_asks_for_is_pinned_at_a_version_that_it_allows():
    project = PROJECT["project"]
    asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    pins = {}
    for pin, _ in pinned("requirements.lock"):
        (exact,) = pin.specifier
        pins.setdefault(canonicalize_name(pin.name), set()).add(exact.version)

    for needed in map(Requirement, asked):
        if needed.name != "cnnviz":
            assert all(map(needed.specifier.contains, pins[canonicalize_name(needed.name)])), needed


def test_the_lock_installs_what_our_own_package_is_built_with():
    """`make setup` builds it without fetching anything more."""
    (needed,) = map(Requirement, PROJECT["build-system"]["requires"])

    versions = [str(pin.specifier)[2:] for pin, _ in pinned("requirements.lock")
                if pin.name == needed.name]  # fmt: skip

    assert versions
    assert all(map(needed.specifier.contains, versions))
