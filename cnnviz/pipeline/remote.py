"""A store elsewhere: looked through by one listing, read and written in bulk."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any


class Remote:
    """Files under any URL that fsspec understands, such as s3://bucket/prefix."""

    def __init__(self, url: str):
        self.url = url

    @cached_property
    def _files(self) -> tuple[Any, str]:
        import fsspec  # slow to load, and a store on this machine needs none

        files, root = fsspec.core.url_to_fs(self.url)
        return files, root.rstrip("/")

    @cached_property
    def sizes(self) -> dict[str, int]:
        """The size of every file, by its name below the root: one listing, taken once."""
        files, root = self._files
        files.invalidate_cache()
        try:
            found = files.find(root, detail=True)
        except FileNotFoundError:
            return {}
        return {path.removeprefix(root).lstrip("/"): one["size"] for path, one in found.items()}

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        """Read files side by side; those that are gone are left out."""
        files, root = self._files
        paths = {f"{root}/{name}": name for name in names}
        if not paths:
            return {}
        found = files.cat(list(paths), on_error="return")
        for error in found.values():
            if isinstance(error, Exception) and not isinstance(error, FileNotFoundError):
                raise error
        return {
            paths[p]: data for p, data in _named(found, paths).items() if isinstance(data, bytes)
        }

    def write(self, contents: Mapping[str, bytes]) -> None:
        """Write files side by side; an object store puts whole files or none."""
        files, root = self._files
        files.pipe({f"{root}/{name}": data for name, data in contents.items()})

    def remove(self, names: Iterable[str]) -> None:
        """Remove files."""
        files, root = self._files
        files.rm([f"{root}/{name}" for name in names])


def _named(found: Mapping[str, Any], paths: Mapping[str, str]) -> dict[str, Any]:
    """Give what was found by the paths that were asked for: some file systems strip a slash."""
    return {path: found.get(path, found.get(path.lstrip("/"))) for path in paths}
