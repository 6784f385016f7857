"""Results of the lesson on class activation."""

from typing import Any

from cnnviz.choice import Slip
from cnnviz.lessons.shared.networks import network
from cnnviz.lessons.shared.photographs import imagenet, photographs
from cnnviz.lessons.shared.trainings import parking, parking_convnet
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

photos = later("cnnviz.lessons.class_activation.photos")
spaces = later("cnnviz.lessons.class_activation.parking")
shortcut = later("cnnviz.lessons.class_activation.shortcut")
tests = later("cnnviz.lessons.class_activation.faithfulness")

LAYER, BEFORE = "relu4", "relu3"  # of Chollet's convnet: the last activations with maps
# A network whose last maps are averaged, as CAM demands; its weights come with a package.
AVERAGING = {"network": network("efficientnet_lite0"), "weights": "packaged"}
HEAD = "classifier.1"
# The cat and the cup first, where they are there: of both, one object is in the middle.
PREFERRED = ("chelsea.png", "coffee.png", "rocket.jpg", "astronaut.png")
AUGMENTATION = {"shift": 0.1, "turn": 10.0, "scale": 0.1, "flip": True, "light": 0.2}
MARK = {"share": 0.95, "side": 8}
FORGETFUL = list(range(8))  # seeds: random weights are soon drawn, and their maps differ much


def photo_heat(profile: Profile) -> Step:
    """The photographs, what the ImageNet network answers, and its heat maps."""
    return photos.photo_heat(**_photographs(profile))


def cam_sum(profile: Profile, *, shown: int = 5) -> Step:
    """CAM of a photograph taken apart, and how far Grad-CAM is from CAM."""
    data = photographs(profile)
    files = sorted(data.arguments["files"], key=lambda file: (file != PREFERRED[0], file))
    return photos.cam_sum(**AVERAGING, head=HEAD, data=data, names=_stems(files), shown=shown)


def methods_photos(profile: Profile, *, photo: int = 1, window: int = 48, stride: int = 16) -> Step:
    """A photograph, counted from 1, explained by several methods."""
    arguments = _photographs(profile)
    names = arguments.pop("names")
    if not 1 <= photo <= len(names):
        raise Slip(f"photo is {photo}, but the photographs count from 1 to {len(names)}")
    only = names[photo - 1 : photo]
    return photos.methods_photos(**arguments, names=only, window=window, stride=stride)


def methods_parking(profile: Profile, *, window: int = 16, stride: int = 8) -> Step:
    """An occupied and an empty space explained by several methods."""
    return spaces.methods_parking(**_trained(profile), layer=LAYER, window=window, stride=stride)


def best_and_worst(profile: Profile, *, count: int = 2) -> Step:
    """The spaces of each class that are read best and worst, with two networks' maps."""
    return spaces.best_and_worst(**_pair(profile), layer=LAYER, count=count)


def changed_spaces(profile: Profile, *, seed: int = 0) -> Step:
    """Both networks' accuracy on the test images as they are, mirrored, and changed."""
    return spaces.changed_spaces(**_pair(profile), amounts=AUGMENTATION, seed=seed)


def mark_accuracy(profile: Profile) -> Step:
    """The accuracy of networks taught with and without the mark, on three kinds of images."""
    return shortcut.mark_accuracy(**_marked(profile))


def mark_seen(profile: Profile, *, count: int = 8) -> Step:
    """How much of the evidence lies on the mark, by method, and some of the maps."""
    layers = {"grad_cam": LAYER, "grad_cam_before": BEFORE}
    return shortcut.mark_seen(**_marked(profile), layers=layers, count=count)


def faithfulness(profile: Profile, *, count: int = 32, steps: int = 12, seed: int = 0) -> Step:
    """Deletion and insertion curves in the order of heat maps and of a random map."""
    arguments = _trained(profile)
    return tests.faithfulness(**arguments, layer=LAYER, count=count, steps=steps, seed=seed)


def forgetting(profile: Profile, *, count: int = 16) -> Step:
    """The maps of a network that forgets layer after layer, and their correlations."""
    return tests.forgetting(**_trained(profile), layer=LAYER, count=count, seeds=FORGETFUL)


def _photographs(profile: Profile) -> dict[str, Any]:
    """Give the ImageNet network, and at most four photographs with their names."""
    data = photographs(profile)
    files = data.arguments["files"]
    shown = [file for file in PREFERRED if file in files] or sorted(files)
    return {**imagenet(profile), "data": data, "names": _stems(shown[:4])}


def _stems(files: list[str]) -> list[str]:
    return [file.rpartition(".")[0] or file for file in files]


def _spaces(profile: Profile) -> dict[str, Step]:
    return {"data": parking(profile, profile.parking.convnet_size)}


def _trained(profile: Profile) -> dict[str, Step]:
    return {**_spaces(profile), "run": parking_convnet(profile)}


def _pair(profile: Profile) -> dict[str, Step]:
    augmentation = parking_convnet(profile, augmentation=AUGMENTATION)
    return {**_spaces(profile), "full": parking_convnet(profile), "augmentation": augmentation}


def _marked(profile: Profile) -> dict[str, Any]:
    runs = [parking_convnet(profile), parking_convnet(profile, mark=MARK)]
    return {**_spaces(profile), "runs": runs, "side": MARK["side"]}
