"""Published weights are fetched once, verified, and otherwise placed by hand."""

from hashlib import sha256

import pytest
import torch

from cnnviz.models import network
from cnnviz.models.download import fetched
from cnnviz.models.weights import state_dict
from tests.serving import serving
from tests.test_real_data import DATA


def named(content):
    """Name weights as torchvision names its own."""
    return f"net-{sha256(content).hexdigest()[:8]}.pth"


def test_what_is_fetched_is_kept_for_the_next_time(tmp_path, monkeypatch):
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path))
    with serving(data=b"weights") as server:
        url = server.url.replace("some.bin", named(b"weights"))
        first = fetched(url, megabytes=0.1)

    assert fetched(url, megabytes=0.1) == first == tmp_path / "weights" / named(b"weights")


def test_weights_that_cannot_be_fetched_are_told_with_where_to_put_them(tmp_path, monkeypatch):
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path))
    with (
        serving(status=404) as server,
        pytest.raises(FileNotFoundError, match=rf"{tmp_path}/weights/net-.*\(528 MB\)") as told,
    ):
        fetched(server.url.replace("some.bin", "net-12345678.pth"), megabytes=527.8)

    assert f"place it by hand, save {server.url[:22]}" in str(told.value)


def test_fetched_weights_with_another_checksum_are_kept_aside(tmp_path, monkeypatch):
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path))
    with (
        serving(data=b"wei") as server,
        pytest.raises(ValueError, match=r"expected was [0-9a-f]{8}"),
    ):
        fetched(server.url.replace("some.bin", named(b"weights")), megabytes=0.1)

    assert [file.name for file in (tmp_path / "weights").iterdir()] == [
        named(b"weights") + ".wrong"
    ]


def test_torchvisions_own_weights_fit_squeezenet():
    """The file is theirs in half precision, converted from a public port."""
    file = DATA / "weights" / "squeezenet1_1_torchvision_from_ncnn_fp16.pth"
    if not file.is_file():
        pytest.skip(f"the weights are not in {DATA}: set CNNVIZ_DATA to the folder that has them")

    module = network("squeezenet1_1", weights=file)

    first = state_dict(file)["features.0.weight"]
    torch.testing.assert_close(module.state_dict()["features.0.weight"], first.float())
