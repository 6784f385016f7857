"""Profiles: which data, repeats and epochs a build uses, from a TOML file."""

import tomllib
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any

from cnnviz.choice import UnknownName, pick

CLAIMS = {"stop": True, "report": False}


class ProfileError(ValueError):
    """A profile that cannot be used; the message names the file and what is wrong."""


@dataclass(frozen=True)
class Experiments:
    """How often and how long the experiments run."""

    repeats: int
    epochs: dict[str, int]
    blocks: tuple[int, ...]
    noise_images: int


@dataclass(frozen=True)
class Digits:
    """Which digits: "packaged" (5,000) or "mnist" (70,000), and how many of each class."""

    source: str
    images_per_class: int | None = None


@dataclass(frozen=True)
class Parking:
    """Which parking spaces: "drawn" or "pklot", how many, and their side in pixels.

    Chollet's convnet gets larger ones: it was made for 150 px.
    """

    source: str
    images: int
    size: int
    convnet_size: int


@dataclass(frozen=True)
class Photos:
    """Photographs: a folder, or scikit-image's own; and the ImageNet network that sees them."""

    network: str
    weights: str
    folder: str = ""


@dataclass(frozen=True)
class Profile:
    """What a build computes: see the files in `profiles/` for every setting."""

    name: str
    title: dict[str, str]
    claims_stop: bool
    digits: Digits
    parking: Parking
    photos: Photos
    experiments: Experiments


def read_profile(path: Path) -> Profile:
    """Read a profile; ProfileError names the file and the setting that is wrong."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        there = ", ".join(sorted(str(file) for file in path.parent.glob("*.toml")))
        raise ProfileError(f"there is no profile {path}. There are: {there or 'none'}") from error
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"{path}: {error}") from error
    try:
        return _profile(path.stem, content)
    except (KeyError, TypeError, ValueError) as error:
        what = f"{error.args[0]!r} is missing" if type(error) is KeyError else str(error)
        raise ProfileError(f"{path}: {what}") from error


def _profile(name: str, content: dict[str, Any]) -> Profile:
    _expect(content, {"title", "claims", *TABLES}, {"title", "claims", *TABLES})
    read = {table: _table(kind, content[table]) for table, kind in TABLES.items()}
    for table, sources in SOURCES.items():
        pick(f"source of {table}", read[table].source, sources)
    repeats = read["experiments"].repeats
    if not isinstance(repeats, int) or repeats < 1:
        raise ValueError(f"repeats must be a whole number from 1, not {repeats!r}")
    stops = pick("answer to a failed claim", content["claims"], CLAIMS)
    return Profile(name=name, title=content["title"], claims_stop=stops, **read)


def _table(kind: type[Any], content: dict[str, Any]) -> Any:
    needed = {field.name for field in fields(kind) if field.default is MISSING}
    _expect(content, {field.name for field in fields(kind)}, needed)
    return kind(**content)


def _expect(table: dict[str, Any], names: set[str], needed: set[str]) -> None:
    for name in table:
        if name not in names:
            raise UnknownName("setting", name, names)
    for name in sorted(needed):
        table[name]  # a KeyError here names the missing setting


TABLES: dict[str, type[Any]] = {
    "digits": Digits,
    "parking": Parking,
    "photos": Photos,
    "experiments": Experiments,
}
SOURCES = {
    "digits": dict.fromkeys(("packaged", "mnist")),
    "parking": dict.fromkeys(("drawn", "pklot")),
}
