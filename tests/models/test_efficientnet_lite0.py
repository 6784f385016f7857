"""EfficientNet-Lite0 computes what its author's model computes, with the packaged weights."""

import pytest
import torch
from PIL import Image
from skimage import data
from torch.nn import functional
from torchvision.transforms.functional import InterpolationMode, center_crop, resize, to_tensor

from cnnviz.models import network, preprocessing
from cnnviz.models.imagenet import class_names
from cnnviz.models.networks.efficientnet_lite0 import efficientnet_lite0, packaged_file
from cnnviz.models.weights import state_dict


@pytest.fixture(scope="module")
def packaged():
    return network("efficientnet_lite0", weights="packaged")


def convolved(maps, weight, stride=1):
    """Convolve as TensorFlow's SAME does: n/stride places, rounded up, the odd zero last."""
    borders = []
    for side in (maps.shape[3], maps.shape[2]):
        total = max((-(-side // stride) - 1) * stride + weight.shape[2] - side, 0)
        borders += [total // 2, total - total // 2]
    groups = maps.shape[1] // weight.shape[1]
    return functional.conv2d(functional.pad(maps, borders), weight, stride=stride, groups=groups)


def by_hand(state, images):
    """Compute the scores from the file's own names: one plain function for the whole network."""

    def normed(maps, name):
        values = [state[f"{name}.{part}"] for part in ("running_mean", "running_var")]
        weight, bias = state[f"{name}.weight"], state[f"{name}.bias"]
        return functional.batch_norm(maps, *values, weight, bias, eps=1e-3)

    repeats, first_strides = (1, 2, 2, 3, 3, 4, 1), (1, 2, 2, 2, 1, 2, 1)
    pairs = zip(repeats, first_strides, strict=True)
    strides = [stride if i == 0 else 1 for repeat, stride in pairs for i in range(repeat)]
    maps = normed(convolved(images, state["_conv_stem.weight"], 2), "_bn0").clamp(0, 6)
    for number, stride in enumerate(strides):
        block, inputs = f"_blocks.{number}", maps
        if number:
            expanded = convolved(maps, state[f"{block}._expand_conv.weight"])
            maps = normed(expanded, f"{block}._bn0").clamp(0, 6)
        maps = convolved(maps, state[f"{block}._depthwise_conv.weight"], stride)
        maps = normed(maps, f"{block}._bn1").clamp(0, 6)
        maps = normed(convolved(maps, state[f"{block}._project_conv.weight"]), f"{block}._bn2")
        if maps.shape == inputs.shape:
            maps = maps + inputs
    maps = normed(convolved(maps, state["_conv_head.weight"]), "_bn1").clamp(0, 6)
    return functional.linear(maps.mean(dim=(2, 3)), state["_fc.weight"], state["_fc.bias"])


@pytest.mark.parametrize("size", [(96, 96), (75, 98)])
def test_gives_the_scores_that_the_weights_give_by_hand(packaged, size):
    """Also for sides that the five halvings do not divide, as in pictures of one's own."""
    torch.manual_seed(0)
    images = torch.rand(2, 3, *size) * 2 - 1

    with torch.no_grad():
        scores = packaged(images)

    torch.testing.assert_close(
        scores, by_hand(state_dict(packaged_file()), images), rtol=1e-4, atol=1e-4
    )


@pytest.mark.parametrize(
    ("photograph", "expected"),
    [
        ("chelsea", {"tiger cat": 0.40, "Egyptian cat": 0.36, "tabby": 0.17}),
        ("coffee", {"espresso": 0.95}),
        ("rocket", {"missile": 0.27, "projectile": 0.19}),
    ],
)
def test_sees_in_photographs_what_its_authors_model_sees(packaged, photograph, expected):
    image = resize(Image.fromarray(getattr(data, photograph)()), 256, InterpolationMode.BICUBIC)
    colours = to_tensor(center_crop(image, [224, 224]))[None]

    with torch.no_grad():
        seen = packaged(preprocessing("efficientnet_lite0").prepared(colours)).softmax(dim=1)[0]

    names = class_names("imagenet")
    best = seen.topk(len(expected)).indices.tolist()
    assert {names[i]: seen[i].item() for i in best} == pytest.approx(expected, abs=0.01)


def test_our_own_framing_changes_no_answer(packaged):
    preparation = preprocessing("efficientnet_lite0")
    cat = torch.from_numpy(data.chelsea()).permute(2, 0, 1)[None] / 255

    with torch.no_grad():
        seen = packaged(preparation.prepared(preparation.framed(cat)))[0]

    assert class_names("imagenet")[seen.argmax()] == "tiger cat"


def test_has_4_652_008_parameters():
    assert sum(weights.numel() for weights in efficientnet_lite0().parameters()) == 4_652_008


def test_takes_the_authors_file_as_a_path_too(packaged):
    again = network("efficientnet_lite0", weights=packaged_file())

    torch.testing.assert_close(again.state_dict(), packaged.state_dict())


def test_takes_its_own_state_dict_back(packaged, tmp_path):
    torch.save(packaged.state_dict(), tmp_path / "own.pth")

    again = network("efficientnet_lite0", weights=tmp_path / "own.pth")

    torch.testing.assert_close(again.state_dict(), packaged.state_dict())


def test_the_packaged_weights_are_for_the_classes_of_imagenet():
    with pytest.raises(ValueError, match="ImageNet's 1,000 classes, not 2: leave out"):
        network("efficientnet_lite0", weights="packaged", classes=2)
