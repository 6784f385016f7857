"""Which code decides a function's outcome: every definition that it can reach, found by reading."""

from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from cnnviz.pipeline.parsed import EFFECTS, Parsed, parsed

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
Place = tuple[str, str]  # a module, and a name in it


@dataclass(frozen=True)
class Reach:
    """What a function can reach: definitions of ours with their digests, and libraries."""

    definitions: dict[str, str]  # "module:name" to digest
    libraries: dict[str, str]  # to major.minor

    @cached_property
    def digest(self) -> str:
        """One digest of all the code."""
        text = "\n".join(f"{name} {digest}" for name, digest in self.definitions.items())
        return sha256(text.encode()).hexdigest()[:16]


def reach(*functions: str) -> Reach:
    """Find what functions ("module:name"), or whole modules ("module"), can reach.

    A name that a definition uses leads on: to another definition of its module, or through an
    import to one of another module of ours. What a module does while it is imported counts for
    all that is reached in it. A name that is looked up while running is not followed: where an
    argument names code, `Step` is told by `Named`.
    """
    return _reach(functions)


@cache
def _reach(functions: tuple[str, ...]) -> Reach:
    top = functions[0].partition(".")[0]
    waiting: list[Place] = []
    for function in functions:
        module, _, name = function.partition(":")
        if source_file(module) is None:
            raise ModuleNotFoundError(f"no source file for module {module!r}", name=module)
        waiting += [(module, name)] if name else _every(module)
    found: dict[Place, str] = {}
    roots: set[str] = set()
    seen: set[Place] = set()
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        waiting += _effects(place[0], top)
        definition = source(place[0]).definitions.get(place[1])
        if definition is not None:
            found[place] = definition.digest
        for target in _next(*place):
            if target[0].partition(".")[0] == top:
                waiting.append(target) if target[1] else waiting.extend(_every(target[0]))
            else:
                roots.add(target[0].partition(".")[0])
    definitions = {f"{module}:{name}": found[module, name] for module, name in sorted(found)}
    return Reach(definitions, _versions(roots))


@cache
def _next(module: str, name: str) -> list[Place]:
    """Give the places that a definition's names lead to; for a name imported here, its own."""
    file = source(module)
    definition = file.definitions.get(name)
    if definition is None:
        return [_target(file.imports[name], [])] if name in file.imports else []
    targets = []
    for dotted in definition.uses:
        root, *attributes = dotted.split(".")
        if root in definition.imports:
            targets.append(_target(definition.imports[root], attributes))
        elif root in file.definitions:
            targets.append((module, root))
        elif root in file.imports:
            targets.append(_target(file.imports[root], attributes))
    return targets


def _target(imported: str, attributes: list[str]) -> Place:
    """Follow an import, and the attributes behind it, to a definition; "" is a whole module."""
    module, _, name = imported.partition(":")
    path = [name, *attributes] if name else attributes
    while path and source_file(f"{module}.{path[0]}") is not None:
        module, path = f"{module}.{path[0]}", path[1:]
    return module, path[0] if path else ""


def _every(module: str) -> list[Place]:
    return [(module, name) for name in source(module).definitions]


@cache
def _effects(module: str, top: str) -> tuple[Place, ...]:
    """Give what is done where a module is imported: by itself, and by those that it imports."""
    effects: list[Place] = []
    waiting, seen = [module], set()
    while waiting:
        name = waiting.pop()
        if name in seen or name.partition(".")[0] != top:
            continue
        seen.add(name)
        waiting.append(name.rpartition(".")[0])  # importing a.b runs a/__init__.py first
        if source_file(name) is not None:
            file = source(name)
            effects += [(name, EFFECTS)] if EFFECTS in file.definitions else []
            waiting += file.modules
    return tuple(effects)


@cache
def source(module: str) -> Parsed:
    """Parse the file of a module."""
    file = source_file(module)
    if file is None:
        raise ModuleNotFoundError(f"no source file for module {module!r}", name=module)
    _states[file] = _state(file)
    return parsed(file)


@cache
def source_file(module: str) -> Path | None:
    """Find the file of a module without importing it; None where there is none."""
    top, *rest = module.split(".")
    spec = find_spec(top) if top else None
    if spec is None or not spec.origin:
        return None
    if not rest:
        return Path(spec.origin)
    if not spec.submodule_search_locations:
        return None
    path = Path(spec.submodule_search_locations[0]).joinpath(*rest)
    candidates = (path.with_suffix(".py"), path / "__init__.py")
    return next((file for file in candidates if file.is_file()), None)


def _versions(roots: set[str]) -> dict[str, str]:
    return {
        distribution: ".".join(_version(distribution).split(".")[:2])
        for name, distribution in sorted(LIBRARIES.items())
        if name in roots
    }


@cache
def _version(distribution: str) -> str:
    return version(distribution)


def forget() -> None:
    """Forget what was read, for a process that outlives an edit."""
    for read in (_reach, _next, _effects, source, source_file, _version):
        read.cache_clear()
    _states.clear()


def refresh() -> None:
    """Forget what was read where a file has been saved since."""
    if any(_state(file) != before for file, before in _states.items()):
        forget()


_states: dict[Path, tuple[int, int, int] | None] = {}  # of the files that were read, before that


def _state(file: Path) -> tuple[int, int, int] | None:
    try:
        status = file.stat()
    except FileNotFoundError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
