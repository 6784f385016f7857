"""A download goes on where it broke off, and a wrong file is kept aside and told."""

import socket
from hashlib import md5, sha256

import pytest

from cnnviz.files.downloads import download
from tests.serving import DATA, Handler, serving

CHECK = sha256(DATA).hexdigest()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def closed():
    """An address at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return f"http://127.0.0.1:{port}/some.bin"


def begun(server, file, count=1000):
    """Leave a part as a download that broke off does."""
    server.breaks_after = count
    whole, server.data = server.data, server.data
    with pytest.raises(ConnectionError):
        server_status_later(server, file)
    server.data = whole
    assert file.with_name("some.bin.part").stat().st_size == count
    server.asked.clear()


def server_status_later(server, file):
    """Let the first answer break off, and refuse the next ones."""
    answer = Handler.do_GET

    def once(handler):
        if handler.server.state.asked:
            handler.server.state.asked.append({})
            return handler.send_error(503)
        return answer(handler)

    Handler.do_GET = once
    try:
        download(server.url, file, sha256=CHECK)
    finally:
        Handler.do_GET = answer


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_brings_the_file_and_leaves_nothing_else(tmp_path):
    with serving() as server:
        download(server.url, tmp_path / "new" / "some.bin", sha256=CHECK, size=len(DATA))

    assert (tmp_path / "new" / "some.bin").read_bytes() == DATA
    assert names(tmp_path / "new") == ["some.bin"]


def test_a_file_that_is_there_is_not_asked_for(tmp_path):
    (tmp_path / "some.bin").write_bytes(DATA)

    with serving() as server:
        download(server.url, tmp_path / "some.bin", md5=md5(DATA).hexdigest())

    assert server.asked == []


def test_goes_on_by_itself_where_the_connection_breaks(tmp_path):
    with serving(breaks_after=1000) as server:
        download(server.url, tmp_path / "some.bin", sha256=CHECK)

    assert server.asked[1]["Range"] == "bytes=1000-"


def test_the_next_call_goes_on_where_the_last_one_broke_off(tmp_path):
    with serving() as server:
        begun(server, tmp_path / "some.bin")
        download(server.url, tmp_path / "some.bin", sha256=CHECK)

    assert [asked.get("Range") for asked in server.asked] == ["bytes=1000-"]


@pytest.mark.parametrize("change", [{"ranges": False}, {"skew": 1}, {"tag": '"two"'}, {"tag": ""}])
def test_starts_again_where_it_cannot_go_on(tmp_path, change):
    """The server knows no ranges, sends another one, or has another file by now."""
    with serving() as server:
        begun(server, tmp_path / "some.bin")
        vars(server).update(change)
        download(server.url, tmp_path / "some.bin", sha256=CHECK)

    assert names(tmp_path) == ["some.bin"]


def test_starts_again_where_the_part_is_longer_than_the_file(tmp_path):
    with serving() as server:
        begun(server, tmp_path / "some.bin")
        (tmp_path / "some.bin.part").write_bytes(DATA + b"!")
        download(server.url, tmp_path / "some.bin", sha256=CHECK)

    assert names(tmp_path) == ["some.bin"]


@pytest.mark.parametrize(
    "expected", [{"sha256": "00"}, {"md5": "00"}, {"size": 3}, {"size": len(DATA) + 1}]
)
def test_a_wrong_file_is_kept_aside_and_told(tmp_path, expected):
    with serving() as server, pytest.raises(ValueError, match="is not the file expected") as error:
        download(server.url, tmp_path / "some.bin", **expected)

    assert names(tmp_path) == ["some.bin.wrong"]
    assert "expected w" in str(error.value)
    assert f"save {server.url}" in str(error.value)


def test_a_wrong_file_placed_by_hand_is_told_too(tmp_path):
    (tmp_path / "some.bin").write_bytes(b"half")

    with pytest.raises(ValueError, match=f"has the sha256 .*, expected was {CHECK}"):
        download("http://127.0.0.1/", tmp_path / "some.bin", sha256=CHECK)

    assert names(tmp_path) == ["some.bin.wrong"]


def test_takes_the_next_mirror_where_one_fails(tmp_path, closed):
    with serving(status=404) as gone, serving(data=b"other") as wrong, serving() as good:
        urls = [closed, gone.url, wrong.url, good.url]
        download(urls, tmp_path / "some.bin", sha256=CHECK)

    assert (tmp_path / "some.bin").read_bytes() == DATA


def test_says_what_each_mirror_answered_and_how_to_place_the_file_by_hand(tmp_path, closed):
    with serving(status=404) as gone, pytest.raises(ConnectionError) as error:
        download([gone.url, closed], tmp_path / "some.bin", size=4_600_000_000)

    said = str(error.value)
    assert f"{gone.url}: the server answers 404 (Not Found)" in said
    assert f"{closed}: " in said
    assert f"save {gone.url} (4,600.0 MB) as {tmp_path / 'some.bin'}" in said


def test_a_server_that_says_nothing_is_given_up(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as mute:
        url = f"http://127.0.0.1:{mute.getsockname()[1]}/some.bin"
        with pytest.raises(ConnectionError, match="timed out"):
            download(url, tmp_path / "some.bin", timeout=0.05)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/x", "some.bin"])
def test_only_takes_addresses_of_the_web(tmp_path, url):
    with pytest.raises(ValueError, match="http or https"):
        download(url, tmp_path / "some.bin")
