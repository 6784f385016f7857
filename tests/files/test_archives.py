"""An archive is unpacked whole and inside its folder, or not at all."""

import gzip
import io
import tarfile

import pytest

from cnnviz.files.archives import unpack


def packed(path, files, links=()):
    """Write a .tar.gz."""
    with tarfile.open(path, "w:gz") as archive:
        for name, data in files:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
        for name, target in links:
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.SYMTYPE, target
            archive.addfile(member)
    return path


def refused(archive, match):
    """Check that unpacking is refused and leaves nothing but the archive."""
    with pytest.raises(ValueError, match=match) as error:
        unpack(archive)
    assert f"{archive} is not unpacked, and nothing was written" in str(error.value)
    assert list(archive.parent.iterdir()) == [archive]


def test_gives_back_what_was_packed(tmp_path):
    files = {"a/one.txt": b"1" * 5000, "a/b/two#001.jpg": b"\0\1\2", "empty": b""}

    unpack(packed(tmp_path / "some.tar.gz", files.items()))

    found = {
        str(file.relative_to(tmp_path)): file.read_bytes()
        for file in tmp_path.rglob("*")
        if file.is_file() and file.name != "some.tar.gz"
    }
    assert found == files


def test_unpacks_beside_what_the_folder_holds_already(tmp_path):
    (tmp_path / "old").touch()

    unpack(packed(tmp_path / "new.tar.gz", [("new", b"!")]))

    assert sorted(file.name for file in tmp_path.iterdir()) == ["new", "new.tar.gz", "old"]


def test_overwrites_nothing_that_the_folder_holds(tmp_path):
    (tmp_path / "mine").write_text("mine")
    archive = packed(tmp_path / "new.tar.gz", [("b", b""), ("mine", b"theirs")])

    with pytest.raises(ValueError, match="mine exists: move it away first"):
        unpack(archive)

    assert sorted(file.name for file in tmp_path.iterdir()) == ["mine", "new.tar.gz"]
    assert (tmp_path / "mine").read_text() == "mine"


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../b", "/out.txt"])
def test_refuses_a_member_outside(tmp_path, name):
    archive = packed(tmp_path / "bad.tar.gz", [("good", b"1"), (name, b"2")])

    refused(archive, "outside the")


@pytest.mark.parametrize("target", ["/etc/passwd", "../out", "good"])
def test_refuses_links_wherever_they_lead(tmp_path, target):
    archive = packed(tmp_path / "bad.tar.gz", [("good", b"1")], [("link", target)])

    refused(archive, "is a link")


@pytest.mark.parametrize("kind", [tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.LNKTYPE])
def test_refuses_devices_and_hard_links(tmp_path, kind):
    with tarfile.open(tmp_path / "bad.tar.gz", "w:gz") as archive:
        member = tarfile.TarInfo("odd")
        member.type, member.linkname = kind, "good"
        archive.addfile(member)

    refused(tmp_path / "bad.tar.gz", "is a link, a device")


def test_refuses_a_name_that_is_a_file_and_a_folder(tmp_path):
    archive = packed(tmp_path / "twice.tar.gz", [("a", b"1"), ("a/b", b"2")])

    refused(archive, "exists|[Nn]ot a directory")


def test_refuses_a_bomb_by_how_much_it_would_swell(tmp_path):
    archive = packed(tmp_path / "bomb.tar.gz", [("zeros", bytes(80 * 2**20))])

    refused(archive, "like a bomb")


def test_refuses_a_bomb_of_headers(tmp_path):
    """A name may be as long as it likes: tarfile reads it into memory before anyone is asked."""
    with tarfile.open(tmp_path / "bomb.tar.gz", "w:gz") as archive:
        archive.addfile(tarfile.TarInfo("x" * 80 * 2**20))

    refused(tmp_path / "bomb.tar.gz", "like a bomb")


def test_refuses_a_bomb_of_many_members(tmp_path, monkeypatch):
    monkeypatch.setattr("cnnviz.files.archives.SMALL", 100_000)
    archive = packed(tmp_path / "bomb.tar.gz", [(str(number), b"") for number in range(1000)])

    refused(archive, "like a bomb")


def test_refuses_a_bomb_behind_the_last_member(tmp_path):
    archive = packed(tmp_path / "bomb.tar.gz", [("a", b"1")])
    with archive.open("ab") as file:
        file.write(gzip.compress(bytes(80 * 2**20)))

    refused(archive, "like a bomb")


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.6, 0.95, 0.999])
def test_leaves_nothing_of_a_truncated_archive(tmp_path, share):
    files = [(str(n), bytes(range(256)) * 9 * n) for n in range(9)]
    archive = packed(tmp_path / "half.tar.gz", files)
    whole = archive.read_bytes()
    archive.write_bytes(whole[: int(len(whole) * share)])

    refused(archive, "official page")


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_tells_a_flipped_bit(tmp_path, share):
    archive = packed(tmp_path / "flip.tar.gz", [(str(n), bytes(range(256)) * n) for n in range(9)])
    data = bytearray(archive.read_bytes())
    data[int(len(data) * share)] ^= 4
    archive.write_bytes(data)

    refused(archive, "official page")


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>404 not found</html>", gzip.compress(b"no tar", mtime=0)],
    ids=["nothing", "a page", "no tar"],
)
def test_tells_what_is_no_archive(tmp_path, content):
    (tmp_path / "page.tar.gz").write_bytes(content)

    refused(tmp_path / "page.tar.gz", "official page")


def test_a_missing_archive_is_told(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"none\.tar\.gz"):
        unpack(tmp_path / "none.tar.gz")
