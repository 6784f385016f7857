"""Which source code decides a function's outcome: found by reading, never by importing."""

import ast
import json
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

FORMAT = 1  # of what is kept beside the bytecode
TAG = sys.implementation.cache_tag  # another Python writes its syntax trees in another way

# The libraries that decide a result, by the name they are imported under.
LIBRARIES = {
    "torch": "torch",
    "torchvision": "torchvision",
    "numpy": "numpy",
    "scipy": "scipy",
    "matplotlib": "matplotlib",
    "mlxtend": "mlxtend",
    "PIL": "pillow",
    "fontTools": "fonttools",
}


@cache
def source_digests(module: str) -> dict[str, str]:
    """Digest a module and every module of its package that it imports, by name.

    Comments, docstrings and blank lines do not count. Imports inside functions do.
    """
    return {name: _read(path)[0] for name, path in _closure(module).items()}


@cache
def library_versions(module: str) -> dict[str, str]:
    """Give the major.minor version of each deciding library that a module's closure imports."""
    imported = {name for path in _closure(module).values() for name in _read(path)[1]}
    roots = {name.partition(".")[0] for name in imported}
    return {
        distribution: ".".join(_version(distribution).split(".")[:2])
        for name, distribution in sorted(LIBRARIES.items())
        if name in roots
    }


@cache
def source_file(module: str) -> Path | None:
    """Find the file of a module without importing it; None where there is none."""
    top, *rest = module.split(".")
    spec = find_spec(top)
    if spec is None or not spec.origin:
        return None
    if not rest:
        return Path(spec.origin)
    if not spec.submodule_search_locations:
        return None
    path = Path(spec.submodule_search_locations[0]).joinpath(*rest)
    candidates = (path.with_suffix(".py"), path / "__init__.py")
    return next((file for file in candidates if file.is_file()), None)


@cache
def _version(distribution: str) -> str:
    return version(distribution)


@cache
def _closure(module: str) -> dict[str, Path]:
    top = module.partition(".")[0]
    found: dict[str, Path] = {}
    waiting = [module]
    while waiting:
        name = waiting.pop()
        file = source_file(name)
        if name in found or file is None:
            continue
        found[name] = file
        waiting += [other for other in _read(file)[1] if other.partition(".")[0] == top]
        package = name.rpartition(".")[0]
        if package:  # importing a.b runs a/__init__.py first
            waiting.append(package)
    if module not in found:
        raise ModuleNotFoundError(f"no source file for module {module!r}", name=module)
    return dict(sorted(found.items()))


@cache
def _read(file: Path) -> tuple[str, frozenset[str]]:
    """Give a file's digest and imports, kept beside its bytecode: parsing is what takes long."""
    data = file.read_bytes()
    checksum = sha256(data).hexdigest()
    kept = file.parent / "__pycache__" / f"{file.stem}.{TAG}.cnnviz-{FORMAT}.json"
    try:
        content = json.loads(kept.read_bytes())
        if content["checksum"] == checksum:
            return content["digest"], frozenset(content["imports"])
    except (OSError, ValueError, KeyError):
        pass  # there is none, or somebody was writing it
    tree = ast.parse(data, filename=str(file))
    imports = _imports(tree, file)
    digest = sha256(ast.dump(_without_docstrings(tree)).encode()).hexdigest()[:16]
    content = {"checksum": checksum, "digest": digest, "imports": sorted(imports)}
    with suppress(OSError):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(json.dumps(content))
    return digest, imports


def _imports(tree: ast.Module, file: Path) -> frozenset[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            raise ImportError(f"{file}:{node.lineno}: relative imports are not followed")
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            # `from package import name` may import a module, which only its file can tell.
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(names)


def _without_docstrings(tree: ast.Module) -> ast.Module:
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(tree):
        if isinstance(node, documented) and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return tree


def forget() -> None:
    """Forget what was read, for a process that outlives an edit."""
    for read in (source_digests, library_versions, source_file, _version, _closure, _read):
        read.cache_clear()
