"""Weights are read from files that others made: nothing runs, and every mistake is told."""

import os
import pickle
import zipfile
from collections import OrderedDict

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from cnnviz.choice import UnknownName
from cnnviz.models import network
from cnnviz.models.weights import load

SMALL = {"size": 4, "hidden": 3}  # an MLP of 16 pixels


@pytest.fixture
def trained():
    torch.manual_seed(0)
    return network("mlp", **SMALL).state_dict()


def read(file):
    return network("mlp", weights=file, **SMALL).state_dict()


class Touch:
    """A pickle that makes a file when it is read."""

    def __init__(self, file):
        self.file = file

    def __reduce__(self):
        return os.mkdir, (str(self.file),)


WRAPPINGS = {
    "plain": lambda state: state,
    "state_dict": lambda state: {"epoch": 3, "state_dict": state},
    "model": lambda state: {"model": state, "optimizer": {"lr": 0.1}},
    "parallel": lambda state: {f"module.{name}": tensor for name, tensor in state.items()},
    "both": lambda state: {"state_dict": {f"module.{n}": tensor for n, tensor in state.items()}},
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
@pytest.mark.parametrize("suffix", [".pth", ".pt"])
def test_torchs_files_give_their_tensors_however_they_are_wrapped(
    trained, tmp_path, wrapping, suffix
):
    file = tmp_path / f"weights{suffix}"
    torch.save(WRAPPINGS[wrapping](trained), file)

    torch.testing.assert_close(read(file), trained)


def test_safetensors_give_their_tensors(trained, tmp_path):
    save_file(trained, tmp_path / "weights.safetensors")

    torch.testing.assert_close(read(str(tmp_path / "weights.safetensors")), trained)


def test_a_network_with_weights_is_in_evaluation_mode(trained, tmp_path):
    torch.save(trained, tmp_path / "weights.pth")

    assert not network("mlp", weights=tmp_path / "weights.pth", **SMALL).training


def test_half_precision_becomes_single(trained, tmp_path):
    save_file({name: t.half() for name, t in trained.items()}, tmp_path / "half.safetensors")

    found = read(tmp_path / "half.safetensors")

    torch.testing.assert_close(found, {name: t.half().float() for name, t in trained.items()})


@pytest.mark.parametrize("zipped", [True, False])
def test_code_in_a_file_is_never_run(tmp_path, zipped):
    content = {"dense1.weight": Touch(tmp_path / "it ran")}
    torch.save(content, tmp_path / "evil.pth", _use_new_zipfile_serialization=zipped)

    with pytest.raises(ValueError, match=r"evil\.pth holds more than tensors.*save_file"):
        read(tmp_path / "evil.pth")

    assert not (tmp_path / "it ran").exists()


def test_code_in_a_plain_pickle_is_never_run(tmp_path):
    (tmp_path / "evil.pt").write_bytes(pickle.dumps(Touch(tmp_path / "it ran")))

    with pytest.raises(ValueError, match=r"evil\.pt is damaged, or not what torch\.save writes"):
        read(tmp_path / "evil.pt")

    assert not (tmp_path / "it ran").exists()


def test_a_whole_saved_module_is_told_from_its_weights(tmp_path):
    torch.save(nn.Linear(2, 2), tmp_path / "module.pth")

    with pytest.raises(ValueError, match=r"more than tensors \(torch\.nn\.modules\.linear\.Linear"):
        read(tmp_path / "module.pth")


def torch_file(**options):
    def bytes_of(state, folder):
        torch.save(state, folder / "whole.pth", **options)
        return (folder / "whole.pth").read_bytes()

    return bytes_of


WHOLE = {
    "zip.pth": torch_file(),
    "legacy.pth": torch_file(_use_new_zipfile_serialization=False),
    "weights.safetensors": lambda state, folder: (
        save_file(state, folder / "whole.safetensors"),
        (folder / "whole.safetensors").read_bytes(),
    )[1],
}


@pytest.mark.parametrize("share", [0, 0.02, 0.5, 0.99])
@pytest.mark.parametrize("name", WHOLE)
def test_a_truncated_file_is_told(trained, tmp_path, name, share):
    content = WHOLE[name](trained, tmp_path)
    (tmp_path / name).write_bytes(content[: int(len(content) * share)])

    with pytest.raises(ValueError, match=f"{name} is damaged, or not .* again"):
        read(tmp_path / name)


def test_a_file_with_a_changed_byte_is_told(trained, tmp_path):
    """PyTorch reads it as if nothing were: only the archive's own checksum notices."""
    torch.save(trained, tmp_path / "weights.pth")
    with zipfile.ZipFile(tmp_path / "weights.pth") as archive:
        weights = archive.read("weights/data/0")
    content = (tmp_path / "weights.pth").read_bytes()
    (tmp_path / "weights.pth").write_bytes(content.replace(weights, weights[:-1] + b"\x07"))

    with pytest.raises(ValueError, match=r"weights\.pth is damaged"):
        read(tmp_path / "weights.pth")


@pytest.mark.parametrize("name", ["page.pth", "page.safetensors"])
def test_a_file_that_is_something_else_is_told(tmp_path, name):
    (tmp_path / name).write_text("<html>404 not found</html>")

    with pytest.raises(ValueError, match=rf"{name} is damaged, or not"):
        read(tmp_path / name)


def test_a_missing_file_is_told_with_its_whole_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(FileNotFoundError, match=f"{tmp_path}/mlp.pth: it does not exist"):
        read("mlp.pth")


def test_a_file_of_another_kind_is_told(tmp_path):
    (tmp_path / "weights.h5").write_bytes(b"")

    with pytest.raises(ValueError, match=r"expected was \.safetensors, \.pth or \.pt"):
        read(tmp_path / "weights.h5")


@pytest.mark.parametrize("content", [[torch.ones(2)], {"dense1.weight": 3.0}, torch.ones(2)])
def test_a_file_without_named_tensors_is_told(tmp_path, content):
    torch.save(content, tmp_path / "other.pth")

    with pytest.raises(ValueError, match=r"other\.pth holds a .* expected were tensors by name"):
        read(tmp_path / "other.pth")


def test_weights_of_another_size_are_told(trained, tmp_path):
    torch.save(trained, tmp_path / "weights.pth")

    with pytest.raises(ValueError, match=r"for mlp: scores\.weight .*\(10, 3\).*\(2, 3\)"):
        network("mlp", weights=tmp_path / "weights.pth", classes=2, **SMALL)


def test_weights_of_another_network_are_told(trained, tmp_path):
    torch.save({f"net.{name}": t for name, t in trained.items()}, tmp_path / "other.pth")

    with pytest.raises(ValueError, match=r"4 \(dense1\.weight, …\) are lacking.*4 \(net\.dense1"):
        read(tmp_path / "other.pth")


@pytest.mark.parametrize("wrong", [torch.full((10,), torch.nan), torch.ones(10, dtype=torch.int8)])
def test_weights_that_would_give_no_picture_are_told(trained, tmp_path, wrong):
    torch.save(trained | {"scores.bias": wrong}, tmp_path / "weights.pth")

    with pytest.raises(ValueError, match=r"scores\.bias .* more than finite numbers"):
        read(tmp_path / "weights.pth")


def test_a_network_keeps_its_weights_when_others_are_refused(trained):
    module = network("mlp", **SMALL)
    before = OrderedDict((name, t.clone()) for name, t in module.state_dict().items())

    with pytest.raises(ValueError, match="do not fit"):
        load(module, {"scores.bias": trained["scores.bias"]}, "nowhere")

    torch.testing.assert_close(module.state_dict(), before)


def test_batch_norms_counters_may_be_absent():
    """Files from before PyTorch 0.4.1, and those of other libraries, have none."""
    state = network("resnet18", classes=2).state_dict()
    bare = {name: t for name, t in state.items() if not name.endswith("num_batches_tracked")}
    module = network("resnet18", classes=2)

    load(module, bare, "an old file")

    torch.testing.assert_close(module.state_dict(), state)


def test_unknown_published_weights_are_told_with_their_near_miss():
    with pytest.raises(UnknownName, match=r"resnet18, called 'torch-vision'. Did you mean 'torchv"):
        network("resnet18", weights="torch-vision")
