"""The command line for a picture of one's own, on a small network with random weights."""

import shlex

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from cnnviz.__main__ import main
from cnnviz.commands.table import COMMANDS
from cnnviz.models import network

SMALL = ["--network", "chollet_convnet", "--size", "48", "--classes", "3"]
OWN = {
    "cam": None,  # this network does not average its maps: see below
    "kernels": ["--layer", "conv1"],
    "deconvnet": ["--layer", "conv2", "--channels", "0-1"],
    "maximise": ["--layer", "conv2", "--channels", "0,3", "--side", "48", "--steps", "2"],
    "deepdream": ["--layer", "relu2", "--steps", "1", "--octaves", "1"],
    "occlusion": ["--window", "16", "--stride", "16"],
    "integrated-gradients": ["--steps", "2"],
}


@pytest.fixture(scope="module")
def picture(tmp_path_factory):
    path = tmp_path_factory.mktemp("pictures") / "noise.png"
    pixels = np.random.default_rng(0).integers(0, 256, (60, 80, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def asked(method, picture, out, *more):
    arguments = [method, *SMALL, *more]
    if COMMANDS[method].draws:
        arguments += ["--out", str(out)]
    return main(arguments + (["--image", str(picture)] if COMMANDS[method].needs_image else []))


@pytest.mark.parametrize("method", [name for name in COMMANDS if name not in ("cam", "layers")])
def test_every_method_writes_a_picture(method, picture, tmp_path):
    out = tmp_path / "new" / "view.png"

    status = asked(method, picture, out, *(OWN.get(method) or []))

    assert status == 0
    with Image.open(out) as made:
        assert min(made.size) > 100
        assert len(made.convert("RGB").getcolors(1_000_000)) > 20


def test_layers_are_listed_with_their_numbers(capsys):
    assert main(["layers", *SMALL]) == 0

    listed = capsys.readouterr().out
    (conv3,) = [line.split() for line in listed.splitlines() if line.startswith("conv3")]
    assert conv3 == ["conv3", "Conv2d", "128×8×8", "73,856", "4,718,592", "18", "px", "4", "px"]


def test_a_wrong_layer_is_answered_with_the_near_miss_and_the_list(picture, tmp_path, capsys):
    status = asked("grad-cam", picture, tmp_path / "a.png", "--layer", "conv_4")

    assert status == 1
    error = capsys.readouterr().err.splitlines()[-1]
    assert error.startswith("error: there is no layer 'conv_4'. Did you mean 'conv4'? There are: ")
    assert "pool1" in error


def test_cam_says_where_it_does_not_apply_and_what_does(picture, tmp_path, capsys):
    more = ["--layer", "conv4", "--head", "scores"]

    assert asked("cam", picture, tmp_path / "a.png", *more) == 1
    assert "use grad_cam" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--class", "7"], "there is no class '7'"),
        (["--image", "nowhere.jpg"], "nowhere.jpg"),
        (["--weights", "nowhere.pth"], "nowhere.pth"),
    ],
)
def test_what_is_not_there_is_told_in_one_line(more, message, picture, tmp_path, capsys):
    assert asked("grad-cam", picture, tmp_path / "a.png", *more) == 1

    error = capsys.readouterr().err.strip().splitlines()
    assert error[-1].startswith("error: ")
    assert message in error[-1]
    assert not (tmp_path / "a.png").exists()


def test_a_file_type_that_cannot_be_written_is_told_before_anything_is_computed(
    picture, tmp_path, capsys
):
    assert asked("saliency", picture, tmp_path / "a.jpeg2") == 1
    assert "--out must end in .png, .svg, .pdf" in capsys.readouterr().err


def test_weights_of_ones_own_are_used(picture, tmp_path, capsys):
    torch.manual_seed(5)
    own = network("chollet_convnet", size=48, classes=3)
    own.scores.bias.data = torch.tensor([0.0, 99.0, 0.0])
    save_file(own.state_dict(), tmp_path / "own.safetensors")

    asked("saliency", picture, tmp_path / "a.png", "--weights", str(tmp_path / "own.safetensors"))

    assert "1: 100.0%" in capsys.readouterr().out


@pytest.mark.parametrize("method", COMMANDS)
def test_every_commands_help_has_an_example_that_its_own_parser_takes(method, capsys):
    with pytest.raises(SystemExit):
        main([method, "--help"])
    example = capsys.readouterr().out.split("python -m cnnviz ")[-1]

    assert example.split()[0] == method
    with pytest.raises(SystemExit) as stop:
        main([*shlex.split(example), "--help"])  # wrong options would be told first, with status 2
    assert stop.value.code == 0


@pytest.mark.parametrize("text", ["a", "3-", "-2", "1,,2"])
def test_channels_that_cannot_be_read_are_told(text, picture, tmp_path, capsys):
    more = ["--layer", "conv1", f"--channels={text}"]

    assert asked("feature-maps", picture, tmp_path / "a.png", *more) == 1
    assert "--channels takes 0-8 or 3,7,21" in capsys.readouterr().err
