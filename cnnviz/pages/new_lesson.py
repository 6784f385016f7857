"""A new lesson: a copy of `_new-lesson`, which is checked and tested but never shown."""

import re
from pathlib import Path

from cnnviz.choice import Slip

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
TEMPLATE = "_new-lesson"
ROOMS = ("docs/lessons/{name}", "cnnviz/lessons/{home}", "tests/lessons/{home}")
WRITTEN = (".md", ".py", ".toml")


def write_lesson(root: Path, name: str) -> list[Path]:
    """Write the folders of a lesson that builds as it is, and give its files.

    Slip where the name is no name of a lesson, or one that is taken.
    """
    if not NAME.fullmatch(name):
        message = "is no name for a lesson: small letters, digits and hyphens, as in my-lesson"
        raise Slip(f"{name!r} {message}")
    folders = [root / room.format(name=name, home=_home(name)) for room in ROOMS]
    taken = [str(folder.relative_to(root)) for folder in folders if folder.exists()]
    if taken:
        raise Slip(f"there is a lesson {name!r} already: {', '.join(taken)}")
    written = []
    for room, folder in zip(ROOMS, folders, strict=True):
        template = root / room.format(name=TEMPLATE, home=_home(TEMPLATE))
        for file in sorted(one for one in template.rglob("*") if one.suffix in WRITTEN):
            copy = folder / file.relative_to(template)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(_named(file.read_text(encoding="utf-8"), name), encoding="utf-8")
            written.append(copy)
    return written


def _named(text: str, name: str) -> str:
    return text.replace(TEMPLATE, name).replace(_home(TEMPLATE), _home(name))


def _home(name: str) -> str:
    return name.replace("-", "_")
