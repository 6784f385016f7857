"""Networks with ImageNet's weights know real photographs, and Grad-CAM finds what is on them."""

import pytest
import torch

from cnnviz.data.images import resized
from cnnviz.data.photos import photos
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.models import network, preprocessing
from cnnviz.models.imagenet import class_names
from tests.real import DATA

SQUEEZENET = DATA / "weights" / "squeezenet1_1_torchvision_from_ncnn_fp16.pth"
CATS = {"tabby", "tiger cat", "Egyptian cat", "Persian cat", "Siamese cat", "lynx"}
SHOWN = {"chelsea": CATS, "coffee": {"espresso"}}
LAST = {"efficientnet_lite0": "features.8", "squeezenet1_1": "features.12"}


@pytest.fixture(scope="module", params=LAST)
def known(request):
    name, weights = request.param, "packaged"
    if name == "squeezenet1_1":
        if not SQUEEZENET.is_file():
            pytest.skip(f"{SQUEEZENET.name} is not in {DATA}: set CNNVIZ_DATA to where it is")
        weights = SQUEEZENET
    return name, network(name, weights=weights)


def seen(name, photo):
    """Give a photograph as the network is to see it, colours still in [0, 1]."""
    return preprocessing(name).framed(photos()[photo][None])


@pytest.mark.parametrize("photo", SHOWN)
def test_the_surest_answer_is_what_the_photograph_shows(known, photo):
    name, module = known
    prepared = preprocessing(name).prepared(seen(name, photo))

    with torch.no_grad():
        answer = class_names("imagenet")[module(prepared).argmax(dim=1).item()]

    assert answer in SHOWN[photo]


@pytest.mark.parametrize("corner", [(0, 0), (0, 96), (96, 0), (96, 96)])
@pytest.mark.parametrize("photo", SHOWN)
def test_grad_cams_centre_of_mass_lies_on_the_photograph_in_whichever_corner_it_is(
    known, photo, corner
):
    name, module = known
    whole = seen(name, photo)
    classes = module(preprocessing(name).prepared(whole)).argmax(dim=1)
    top, left = corner
    canvas = torch.full_like(whole, 0.5)
    canvas[:, :, top : top + 128, left : left + 128] = resized(whole[0], 128, 128)

    evidence = grad_cam(module, LAST[name], preprocessing(name).prepared(canvas), classes)[0]

    share = evidence / evidence.sum()
    places = (torch.arange(len(share)) + 0.5) * 224 / len(share)  # the maps are square
    assert top < (share.sum(dim=1) @ places).item() < top + 128
    assert left < (share.sum(dim=0) @ places).item() < left + 128
