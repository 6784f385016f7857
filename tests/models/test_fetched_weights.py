"""Published weights are fetched once, verified, and otherwise placed by hand."""

from hashlib import sha256

import pytest
import torch

from cnnviz.models import network
from cnnviz.models.download import fetched
from cnnviz.models.weights import state_dict
from tests.real import DATA


def named(content):
    """Name weights as torchvision names its own."""
    return f"net-{sha256(content).hexdigest()[:8]}.pth"


@pytest.fixture
def published(tmp_path, monkeypatch):
    """Publish a file under a name of torchvision's manner; the folder of data is another."""
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path / "data"))

    def publish(name, content):
        (tmp_path / name).write_bytes(content)
        return (tmp_path / name).as_uri()

    return publish


def test_what_is_fetched_is_kept_for_the_next_time(published, tmp_path):
    url = published(named(b"weights"), b"weights")
    first = fetched(url, megabytes=0.1)
    (tmp_path / named(b"weights")).unlink()

    assert fetched(url, megabytes=0.1) == first
    assert first == tmp_path / "data" / "weights" / named(b"weights")


def test_weights_that_cannot_be_fetched_are_told_with_where_to_put_them(published, tmp_path):
    url = published("net-12345678.pth", b"")
    (tmp_path / "net-12345678.pth").unlink()

    with pytest.raises(FileNotFoundError, match=r"net-12345678\.pth is missing") as told:
        fetched(url, megabytes=527.8)

    place = tmp_path / "data" / "weights" / "net-12345678.pth"
    assert f"To place it by hand, save {url} (528 MB) as {place}." in str(told.value)
    assert "set CNNVIZ_DATA" in str(told.value)


def test_fetched_weights_with_another_checksum_are_kept_aside(published, tmp_path):
    url = published(named(b"weights"), b"wei")

    with pytest.raises(ValueError, match=r"expected was [0-9a-f]{8}\."):
        fetched(url, megabytes=0.1)

    weights = tmp_path / "data" / "weights"
    assert [file.name for file in weights.iterdir()] == [named(b"weights") + ".wrong"]


def test_torchvisions_own_weights_fit_squeezenet():
    """The file is theirs in half precision, converted from a public port."""
    file = DATA / "weights" / "squeezenet1_1_torchvision_from_ncnn_fp16.pth"
    if not file.is_file():
        pytest.skip(f"the weights are not in {DATA}: set CNNVIZ_DATA to the folder that has them")

    module = network("squeezenet1_1", weights=file)

    first = state_dict(file)["features.0.weight"]
    torch.testing.assert_close(module.state_dict()["features.0.weight"], first.float())
