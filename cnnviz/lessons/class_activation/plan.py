"""Results of lesson 10: class activation."""

from typing import Any

from cnnviz.choice import Slip
from cnnviz.lessons.shared.networks import network
from cnnviz.lessons.shared.photographs import imagenet, photographs
from cnnviz.lessons.shared.trainings import parking, parking_convnet
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

LAYER, BEFORE = "relu4", "relu3"  # of Chollet's convnet: the last activations with maps
# A network whose last maps are averaged, as CAM demands; its weights come with a package.
AVERAGING = {
    "network": network("efficientnet_lite0"),
    "weights": "packaged",
    "head": "classifier.1",
}
AUGMENTATION = {"shift": 0.1, "turn": 10.0, "scale": 0.1, "flip": True, "light": 0.2}
MARK = {"share": 0.95, "side": 8}
FORGETFUL = list(range(8))  # seeds: random weights are soon drawn, and their maps differ much


def photo_heat(profile: Profile) -> Step:
    """Give the photographs, what the ImageNet network answers, and its heat maps."""
    return _photos(profile, "answered")


def cam_sum(profile: Profile, *, shown: int = 5) -> Step:
    """Give CAM of a photograph taken apart, and how far Grad-CAM is from CAM."""
    data = photographs(profile)
    names = sorted(data.arguments["files"])
    first = "chelsea.png" if "chelsea.png" in names else names[0]
    ordered = [_stem(name) for name in sorted(names, key=lambda name: name != first)]
    arguments = {**AVERAGING, "data": data, "names": ordered, "shown": shown}
    return Step("cnnviz.lessons.class_activation.photos:summed", arguments)


def methods_photos(profile: Profile, *, photo: int = 1, window: int = 48, stride: int = 16) -> Step:
    """Give a photograph, counted from 1, explained by several methods."""
    return _photos(profile, "by_method", only=photo, window=window, stride=stride)


def methods_parking(profile: Profile, *, window: int = 16, stride: int = 8) -> Step:
    """Give an occupied and an empty space explained by several methods."""
    arguments = {**_full(profile), "layer": LAYER, "window": window, "stride": stride}
    return Step("cnnviz.lessons.class_activation.parking:by_method", arguments | _stand_in(profile))


def best_and_worst(profile: Profile, *, count: int = 2) -> Step:
    """Give the spaces of each class that are read best and worst, with two networks' maps."""
    arguments = {**_pair(profile), "layer": LAYER, "count": count}
    return Step(
        "cnnviz.lessons.class_activation.parking:best_and_worst", arguments | _stand_in(profile)
    )


def changed_spaces(profile: Profile, *, seed: int = 0) -> Step:
    """Give both networks' accuracy on the test images as they are, mirrored, and changed."""
    arguments = {**_pair(profile), "amounts": AUGMENTATION, "seed": seed}
    return Step("cnnviz.lessons.class_activation.parking:changed_images", arguments)


def mark_accuracy(profile: Profile) -> Step:
    """Give the accuracy of networks taught with and without the mark, on three kinds of images."""
    arguments = {**_marked(profile), "side": MARK["side"]}
    tested = Step(
        "cnnviz.lessons.class_activation.shortcut:tested", arguments, "accuracy under the mark"
    )
    return Step(
        "cnnviz.lessons.class_activation.parking:told", {"of": tested, **_stand_in(profile)}
    )


def mark_seen(
    profile: Profile, *, count: int = 8, shown: int = 5, window: int = 16, stride: int = 8
) -> Step:
    """Give how much of the evidence lies on the mark, by method, and some of the maps."""
    arguments = {
        **_marked(profile),
        "layers": {"grad_cam": LAYER, "grad_cam_before": BEFORE},
        "side": MARK["side"],
        "window": window,
        "stride": stride,
        "count": count,
        "shown": shown,
    }
    return Step("cnnviz.lessons.class_activation.mark_maps:found", arguments | _stand_in(profile))


def faithfulness(profile: Profile, *, count: int = 32, steps: int = 12, seed: int = 0) -> Step:
    """Give deletion and insertion curves in the order of two heat maps and at random."""
    arguments = {**_full(profile), "layer": LAYER, "count": count, "steps": steps, "seed": seed}
    return Step(
        "cnnviz.lessons.class_activation.faithfulness:curves", arguments | _stand_in(profile)
    )


def forgetting(profile: Profile, *, count: int = 16) -> Step:
    """Give the maps of a network that forgets layer after layer, and their correlations."""
    arguments = {**_full(profile), "layer": LAYER, "count": count, "seeds": FORGETFUL}
    return Step(
        "cnnviz.lessons.class_activation.faithfulness:forgetting", arguments | _stand_in(profile)
    )


def _photos(profile: Profile, function: str, *, only: int | None = None, **more: Any) -> Step:
    data = photographs(profile)
    # The cat and the cup first, where they are there: of both, one object is in the middle.
    wanted = ("chelsea.png", "coffee.png", "rocket.jpg", "astronaut.png")
    there = data.arguments["files"]
    names = [_stem(name) for name in wanted if name in there] or [_stem(n) for n in sorted(there)]
    arguments = {**imagenet(profile), "data": data, "names": names[:4], **more}
    if only is not None:
        if not 1 <= only <= len(arguments["names"]):
            there = len(arguments["names"])
            raise Slip(f"photo is {only}, but the photographs count from 1 to {there}")
        arguments["names"] = [names[only - 1]]
    return Step(f"cnnviz.lessons.class_activation.photos:{function}", arguments)


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def _data(profile: Profile) -> Step:
    return parking(profile, profile.parking.convnet_size)


def _full(profile: Profile) -> dict[str, Any]:
    return {"data": _data(profile), "run": parking_convnet(profile)}


def _pair(profile: Profile) -> dict[str, Any]:
    taught_more = parking_convnet(profile, augmentation=AUGMENTATION)
    return {
        "data": _data(profile),
        "full": parking_convnet(profile),
        "augmentation": taught_more,
    }


def _marked(profile: Profile) -> dict[str, Any]:
    runs = [parking_convnet(profile), parking_convnet(profile, mark=MARK)]
    return {"data": _data(profile), "runs": runs}


def _stand_in(profile: Profile) -> dict[str, Any]:
    return {"stand_in": profile.parking.source == "drawn"}
