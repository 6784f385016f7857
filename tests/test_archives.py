"""An archive is unpacked whole and inside its folder, or not at all."""

import io
import tarfile
import zipfile

import pytest

from cnnviz.files.archives import unpack

KINDS = ("tar", "tar.gz", "tar.bz2", "tar.xz", "zip")


def packed(path, files, links=()):
    """Write an archive of the kind that its name says."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files:
                archive.writestr(name, data)
            for name, target in links:
                link = zipfile.ZipInfo(name)
                link.external_attr = 0o120777 << 16
                archive.writestr(link, target)
        return path
    kind = path.suffix.lstrip(".").replace("tar", "")
    with tarfile.open(path, f"w:{kind}") as archive:
        for name, data in files:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
        for name, target in links:
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.SYMTYPE, target
            archive.addfile(member)
    return path


def refused(archive, match, **limits):
    """Check that unpacking is refused and leaves nothing but the archive."""
    with pytest.raises(ValueError, match=match) as error:
        unpack(archive, archive.parent / "out", **limits)
    assert str(archive) in str(error.value)
    assert list(archive.parent.iterdir()) == [archive]


@pytest.mark.parametrize("kind", KINDS)
def test_gives_back_what_was_packed(tmp_path, kind):
    files = {"a/one.txt": b"1" * 5000, "a/b/two#001.jpg": b"\0\1\2", "empty": b""}
    archive = packed(tmp_path / f"some.{kind}", files.items())

    unpack(archive, tmp_path / "out")

    found = {
        str(file.relative_to(tmp_path / "out")): file.read_bytes()
        for file in (tmp_path / "out").rglob("*")
        if file.is_file()
    }
    assert found == files


def test_unpacks_beside_what_the_folder_holds_already(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "old").touch()

    unpack(packed(tmp_path / "new.zip", [("new", b"!")]), tmp_path / "out")

    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["new", "old"]


def test_overwrites_nothing_that_the_folder_holds(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_text("mine")

    with pytest.raises(ValueError, match="mine exists already"):
        unpack(packed(tmp_path / "new.tar", [("b", b""), ("mine", b"theirs")]), tmp_path / "out")

    assert [file.read_text() for file in (tmp_path / "out").iterdir()] == ["mine"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../b", "a\\..\\b", "C:x"])
def test_refuses_a_member_outside(tmp_path, kind, name):
    archive = packed(tmp_path / f"bad.{kind}", [("good", b"1"), (name, b"2")])

    refused(archive, "outside the folder")


@pytest.mark.parametrize("kind", ["tar.gz", "zip"])
@pytest.mark.parametrize("target", ["/etc/passwd", "good"])
def test_refuses_links_wherever_they_lead(tmp_path, kind, target):
    archive = packed(tmp_path / f"bad.{kind}", [("good", b"1")], [("link", target)])

    refused(archive, "is a link")


@pytest.mark.parametrize("kind", [tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.LNKTYPE])
def test_refuses_devices_and_hard_links(tmp_path, kind):
    with tarfile.open(tmp_path / "bad.tar", "w") as archive:
        member = tarfile.TarInfo("odd")
        member.type, member.linkname = kind, "good"
        archive.addfile(member)

    refused(tmp_path / "bad.tar", "is a (device|link)")


@pytest.mark.filterwarnings("ignore:Duplicate name")  # zipfile warns where it writes one
@pytest.mark.parametrize("kind", ["tar", "zip"])
@pytest.mark.parametrize("second", ["a", "./a", "a/b"])
def test_refuses_names_that_overwrite_each_other(tmp_path, kind, second):
    archive = packed(tmp_path / f"twice.{kind}", [("a", b"1"), (second, b"2")])

    refused(archive, "occurs twice|a file and a folder")


@pytest.mark.parametrize("kind", KINDS)
def test_refuses_too_many_members(tmp_path, kind):
    archive = packed(tmp_path / f"many.{kind}", [(str(number), b"") for number in range(5)])

    refused(archive, "more than 4 members", most=4)


@pytest.mark.parametrize("kind", KINDS)
def test_refuses_too_many_bytes(tmp_path, kind):
    archive = packed(tmp_path / f"large.{kind}", [("a", b"1" * 600), ("b", b"1" * 600)])

    refused(archive, "more than 1,000 bytes", largest=1000)


@pytest.mark.parametrize("kind", ["tar.gz", "zip"])
def test_refuses_a_bomb_by_how_much_it_would_swell(tmp_path, kind):
    archive = packed(tmp_path / f"bomb.{kind}", [("zeros", bytes(80 * 2**20))])

    refused(archive, "like a bomb")


def test_refuses_endless_headers(tmp_path):
    with tarfile.open(tmp_path / "bomb.tar.gz", "w:gz") as archive:
        archive.addfile(tarfile.TarInfo("x" * 3 * 2**20))

    refused(tmp_path / "bomb.tar.gz", "headers are endless")


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.95])
@pytest.mark.parametrize("kind", KINDS)
def test_leaves_nothing_of_a_truncated_archive(tmp_path, kind, share):
    archive = packed(tmp_path / f"half.{kind}", [(str(n), bytes(range(256)) * 9) for n in range(9)])
    whole = archive.read_bytes()
    data_end = len(whole) if kind != "tar" else whole.rstrip(b"\0").__len__()
    archive.write_bytes(whole[: int(data_end * share)])

    refused(archive, "damaged, or no archive")


def test_tells_a_tar_that_ends_between_two_members(tmp_path):
    """Python's tarfile takes that for the end, and would lose the rest silently."""
    archive = packed(tmp_path / "half.tar", [("a", b"1" * 512), ("b", b"2" * 512)])
    archive.write_bytes(archive.read_bytes()[:1024])

    refused(archive, "it breaks off")


@pytest.mark.parametrize("kind", KINDS)
def test_tells_a_flipped_bit(tmp_path, kind):
    archive = packed(tmp_path / f"flip.{kind}", [("a", b"1" * 512), ("b", b"2" * 512)])
    data = bytearray(archive.read_bytes())
    data[1024 + 3 if kind == "tar" else len(data) // 2] ^= 4
    archive.write_bytes(data)

    refused(archive, "not unpacked")


def test_refuses_a_zip_that_lies_about_its_size(tmp_path):
    archive = packed(tmp_path / "liar.zip", [("zeros", bytes(5000))])
    archive.write_bytes(archive.read_bytes().replace((5000).to_bytes(4, "little"), b"\n\0\0\0"))

    refused(archive, "damaged")


def test_a_missing_archive_is_told(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"no archive .*none\.zip"):
        unpack(tmp_path / "none.zip", tmp_path / "out")
