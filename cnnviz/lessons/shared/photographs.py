"""Photographs and the network that knows them: what lessons on real pictures stand on."""

from hashlib import sha256
from pathlib import Path
from typing import Any

from cnnviz.data.sources import PHOTOS
from cnnviz.lessons.shared.networks import network
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

NAMES = tuple(Path(original.name).stem for original in PHOTOS.originals)


def photographs(profile: Profile) -> Step:
    """Give the profile's photographs, as bytes by their names."""
    folder = profile.photos.folder
    if folder:
        there = sorted(file for file in Path(folder).iterdir() if file.is_file())
        files = {file.name: sha256(file.read_bytes()).hexdigest()[:16] for file in there}
    else:
        files = {original.name: str(original.sha256) for original in PHOTOS.originals}
    arguments: dict[str, Any] = {"folder": folder, "files": files}
    about = {} if folder else {"data": PHOTOS.name}
    return Step("cnnviz.lessons.shared.photos:shown", arguments, "photographs", about)


def imagenet(profile: Profile) -> dict[str, Any]:
    """Give the arguments that name the ImageNet network, for steps that build it."""
    return {"network": network(profile.photos.network), "weights": profile.photos.weights}
