"""A file is downloaded once and verified; a wrong one is kept aside and told."""

import socket
import threading
from hashlib import md5, sha256

import pytest

from cnnviz.files.downloads import download

DATA = bytes(range(256)) * 400
CHECK = sha256(DATA).hexdigest()


@pytest.fixture
def there(tmp_path):
    """The address of a file that can be had; its folder can be asked for others too."""
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "some.bin").write_bytes(DATA)
    return (tmp_path / "published" / "some.bin").as_uri()


@pytest.fixture
def breaking(monkeypatch):
    """The address of a server that promises more than it sends."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer():
            connection, _ = server.accept()
            with connection:
                connection.recv(2**16)
                head = f"HTTP/1.0 200 OK\r\nContent-Length: {len(DATA)}\r\n\r\n"
                connection.sendall(head.encode() + DATA[:1000])

        thread = threading.Thread(target=answer)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/some.bin"
        thread.join()


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_brings_the_file_and_leaves_nothing_else(tmp_path, there):
    download([there], tmp_path / "new" / "some.bin", about="0.1 MB", sha256=CHECK)

    assert (tmp_path / "new" / "some.bin").read_bytes() == DATA
    assert names(tmp_path / "new") == ["some.bin"]


def test_a_file_that_is_there_is_not_asked_for(tmp_path):
    (tmp_path / "some.bin").write_bytes(DATA)

    nowhere = (tmp_path / "nowhere").as_uri()
    found = download([nowhere], tmp_path / "some.bin", about="", md5=md5(DATA).hexdigest())

    assert found == tmp_path / "some.bin"


def test_the_beginning_of_a_checksum_is_enough(tmp_path, there):
    download([there], tmp_path / "some.bin", about="", sha256=CHECK[:8])

    assert (tmp_path / "some.bin").read_bytes() == DATA


@pytest.mark.parametrize(("kind", "found"), [("sha256", CHECK), ("md5", md5(DATA).hexdigest())])
def test_a_wrong_file_is_kept_aside_and_told_with_both_checksums(tmp_path, there, kind, found):
    with pytest.raises(ValueError, match="is not the file expected") as error:
        download([there], tmp_path / "new" / "some.bin", about="4.6 GB", **{kind: "00ff"})

    assert names(tmp_path / "new") == ["some.bin.wrong"]
    assert f"has the {kind} {found}, expected was 00ff" in str(error.value)
    assert f"save {there} (4.6 GB) as {tmp_path / 'new' / 'some.bin'}" in str(error.value)


def test_a_download_that_breaks_off_is_kept_aside_and_told(tmp_path, breaking):
    with pytest.raises(ValueError, match=f"expected was {CHECK}") as error:
        download([breaking], tmp_path / "some.bin", about="0.1 MB", sha256=CHECK)

    assert sha256(DATA[:1000]).hexdigest() in str(error.value)
    assert names(tmp_path) == ["some.bin.wrong"]


def test_a_wrong_file_placed_by_hand_is_told_too(tmp_path, there):
    (tmp_path / "some.bin").write_bytes(b"half")

    with pytest.raises(ValueError, match=f"has the sha256 .*, expected was {CHECK}"):
        download([there], tmp_path / "some.bin", about="", sha256=CHECK)

    assert names(tmp_path) == ["published", "some.bin.wrong"]


def test_takes_the_next_address_where_one_fails(tmp_path, there):
    nowhere = (tmp_path / "nowhere").as_uri()

    download([nowhere, there], tmp_path / "some.bin", about="", sha256=CHECK)

    assert (tmp_path / "some.bin").read_bytes() == DATA


def test_says_what_each_address_answered_and_how_to_place_the_file_by_hand(tmp_path):
    urls = [(tmp_path / name).as_uri() for name in ("official", "mirror")]

    with pytest.raises(FileNotFoundError) as error:
        download(urls, tmp_path / "data" / "some.bin", about="4.6 GB")

    said = str(error.value)
    assert f"{urls[0]}: <urlopen error" in said
    assert f"{urls[1]}: <urlopen error" in said
    assert f"save {urls[0]} (4.6 GB) as {tmp_path / 'data' / 'some.bin'}" in said
    assert names(tmp_path / "data") == []
