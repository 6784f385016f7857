"""Profiles: which data, repeats and epochs a build uses, from a TOML file."""

import tomllib
from dataclasses import dataclass, fields
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
class Profile:
    """What a build computes: see the files in `profiles/` for every setting."""

    name: str
    title: dict[str, str]
    claims_stop: bool
    images_per_class: int
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
    _expect(content, {"title", "claims", "digits", "experiments"})
    _expect(content["digits"], {"images_per_class"})
    _expect(content["experiments"], {field.name for field in fields(Experiments)})
    experiments = Experiments(**content["experiments"])
    if not isinstance(experiments.repeats, int) or experiments.repeats < 1:
        raise ValueError(f"repeats must be a whole number from 1, not {experiments.repeats!r}")
    return Profile(
        name=name,
        title=content["title"],
        claims_stop=pick("answer to a failed claim", content["claims"], CLAIMS),
        images_per_class=content["digits"]["images_per_class"],
        experiments=experiments,
    )


def _expect(table: dict[str, Any], names: set[str]) -> None:
    for name in table:
        if name not in names:
            raise UnknownName("setting", name, names)
    for name in names:
        table[name]  # a KeyError here names the missing setting
