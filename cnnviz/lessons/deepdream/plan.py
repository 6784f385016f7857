"""Results of lesson 14: DeepDream."""

from cnnviz.choice import Slip
from cnnviz.lessons.shared.photographs import imagenet, photographs
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

experiments = later("cnnviz.lessons.deepdream.experiments")

STAGES = (4, 8, 16, 32)  # how many times smaller than the picture the maps are
STAGE = 16  # that of the animation, and of the dreams that begin elsewhere
SIZE = [256, 384]  # px of the pictures: height and width
RECIPE = {"rate": 0.01, "octaves": 4, "octave_scale": 1.4, "jitter": 16, "smoothing": 0.0}
# The cat first: it is in the middle.
PREFERRED = ("chelsea.png", "coffee.png", "rocket.jpg")


def dream(profile: Profile, *, stage: int = STAGE) -> Step:
    """A stage's dreams on photographs; of one stage with pictures on the way."""
    return _dream(profile, _photos(profile), stage, frames=stage == STAGE)


def dream_layers(profile: Profile) -> Step:
    """The dreams of several stages, and that of the network with weights never trained."""
    untrained = _dream(profile, _photos(profile)[:1], STAGE, untrained=True)
    return experiments.dream_layers(dreams=_stages(profile), untrained=untrained)


def dream_photo(profile: Profile, *, photo: int = 1) -> Step:
    """The same of one photograph, counted from 1: the first is that of `dream_layers`."""
    photos = _photos(profile)
    if not 1 <= photo <= len(photos):
        raise Slip(f"photo is {photo}, but the photographs count from 1 to {len(photos)}")
    if photo == 1:
        return dream_layers(profile)
    untrained = _dream(profile, [photos[photo - 1]], STAGE, untrained=True)
    return experiments.dream_photo(dreams=_stages(profile), untrained=untrained, photo=photo - 1)


def dream_starts(profile: Profile) -> Step:
    """Dreams of one stage that began on photographs and on grey noise."""
    return experiments.dream_starts(photos=dream(profile), noise=_dream(profile, ["noise"], STAGE))


def dream_course(profile: Profile) -> Step:
    """How a dream went, moment by moment, without its pictures."""
    return experiments.dream_course(dream=dream(profile))


def _photos(profile: Profile) -> list[str]:
    there = photographs(profile).arguments["files"]
    names = [name for name in PREFERRED if name in there] or sorted(there)[:3]
    return [name.rpartition(".")[0] or name for name in names]


def _stages(profile: Profile) -> list[Step]:
    return [dream(profile, stage=stage) for stage in STAGES]


def _dream(
    profile: Profile,
    photos: list[str],
    stage: int,
    *,
    untrained: bool = False,
    frames: bool = False,
) -> Step:
    dreamer = f"{'untrained ' if untrained else ''}{profile.photos.network}"
    what = {"data": photographs(profile), "photos": photos, "stage": stage, "size": SIZE, "seed": 0}
    how = {"untrained": untrained, "frames": frames, "steps": profile.experiments.epochs["dreams"]}
    dream = experiments.dream(**imagenet(profile), **what, **how, **RECIPE)
    return dream.called(f"dreams of {dreamer}, stage {stage}, on {', '.join(photos)}")
