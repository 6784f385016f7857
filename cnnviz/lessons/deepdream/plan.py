"""Results of lesson 14: DeepDream."""

from typing import Any

from cnnviz.choice import Slip
from cnnviz.lessons.shared.photographs import imagenet, photographs
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

STAGES = (4, 8, 16, 32)  # how many times smaller than the picture the maps are
STAGE = 16  # that of the animation, and of the dreams that begin elsewhere
SIZE = [256, 384]  # px of the pictures: height and width
RECIPE = {"rate": 0.01, "octaves": 4, "octave_scale": 1.4, "jitter": 16, "smoothing": 0.0}
# The cat first: it is in the middle.
PREFERRED = ("chelsea.png", "coffee.png", "rocket.jpg")


def dream(profile: Profile, *, stage: int = STAGE) -> Step:
    """Give a stage's dreams on photographs; of one stage with pictures on the way."""
    there = photographs(profile).arguments["files"]
    names = [name for name in PREFERRED if name in there] or sorted(there)[:3]
    stems = [name.rpartition(".")[0] or name for name in names]
    return _dreamt(profile, stems, stage, frames=stage == STAGE)


def dream_layers(profile: Profile) -> Step:
    """Give the dreams of several stages, and that of the network with weights never trained."""
    original = dream(profile)
    first = original.arguments["photos"][:1]
    arguments = {
        "dreams": [dream(profile, stage=stage) for stage in STAGES],
        "untrained": _dreamt(profile, first, STAGE, untrained=True),
    }
    return Step("cnnviz.lessons.deepdream.experiments:by_stage", arguments)


def dream_photo(profile: Profile, *, photo: int = 1) -> Step:
    """Give the same of one photograph, counted from 1: the first is that of `dream_layers`."""
    names = dream(profile).arguments["photos"]
    if not 1 <= photo <= len(names):
        raise Slip(f"photo is {photo}, but the photographs count from 1 to {len(names)}")
    if photo == 1:
        return dream_layers(profile)
    arguments = {
        "dreams": [dream(profile, stage=stage) for stage in STAGES],
        "untrained": _dreamt(profile, [names[photo - 1]], STAGE, untrained=True),
        "photo": photo - 1,
    }
    return Step("cnnviz.lessons.deepdream.photos:by_stage", arguments)


def dream_starts(profile: Profile) -> Step:
    """Give dreams of one stage that began on photographs and on grey noise."""
    arguments = {"dream": dream(profile), "noise": _dreamt(profile, ["noise"], STAGE)}
    return Step("cnnviz.lessons.deepdream.experiments:by_start", arguments)


def dream_course(profile: Profile) -> Step:
    """Give how a dream went, moment by moment, without its pictures."""
    return Step("cnnviz.lessons.deepdream.experiments:course", {"dream": dream(profile)})


def _dreamt(
    profile: Profile,
    photos: list[str],
    stage: int,
    *,
    untrained: bool = False,
    frames: bool = False,
) -> Step:
    arguments: dict[str, Any] = {
        **imagenet(profile),
        **RECIPE,
        "data": photographs(profile),
        "photos": photos,
        "stage": stage,
        "size": SIZE,
        "steps": profile.experiments.epochs["dreams"],
        "seed": 0,
        "untrained": untrained,
        "frames": frames,
    }
    what = "untrained " if untrained else ""
    name = f"dreams of {what}{profile.photos.network}, stage {stage}, on {', '.join(photos)}"
    return Step("cnnviz.lessons.deepdream.experiments:dreamt", arguments, name)
