"""A source file's definitions, and the names that each of them uses: read, never imported."""

import ast
import builtins
import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypeGuard, TypeVar

FORMAT = 5  # of what is kept beside the bytecode
TAG = sys.implementation.cache_tag  # another Python writes its syntax trees in another way
EFFECTS = ""  # stands for what a module does when it is imported, beside defining

Node = TypeVar("Node", bound=ast.AST)
Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass
class Definition:
    """What stands under one name of a module: its digest, and the names that it uses."""

    line: int
    digest: str = ""
    uses: list[str] = field(default_factory=list)  # "numpy.stack", "Step", as they are written
    imports: dict[str, str] = field(default_factory=dict)  # those inside it
    parameters: list[str] | None = None  # of a function


@dataclass
class Parsed:
    """One source file."""

    imports: dict[str, str]  # by the name they get here: "module" or "module:name"
    modules: list[str]  # those imports, by the modules that they run
    definitions: dict[str, Definition]

    def functions(self) -> dict[str, Definition]:
        """Give the functions that others may call: those without an underscore."""
        return {
            name: one
            for name, one in self.definitions.items()
            if one.parameters is not None and not name.startswith("_")
        }


def parsed(file: Path) -> Parsed:
    """Parse a file; what was found is kept beside its bytecode, for parsing takes long.

    In a definition's digest neither comments nor docstrings count, nor the annotations of
    functions, nor what an error says: none of them decides an outcome.
    """
    data = file.read_bytes()
    checksum = sha256(data).hexdigest()
    kept = file.parent / "__pycache__" / f"{file.stem}.{TAG}.cnnviz-{FORMAT}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        content = json.loads(kept.read_bytes())
        if content["checksum"] == checksum:
            known = {name: Definition(**one) for name, one in content["definitions"].items()}
            return Parsed(content["imports"], content["modules"], known)
    found = _parse(ast.parse(data, filename=str(file)), file)
    with suppress(OSError):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(json.dumps({"checksum": checksum, **asdict(found)}))
    return found


def _parse(tree: ast.Module, file: Path) -> Parsed:
    imports: dict[str, str] = {}
    modules: list[str] = []
    nodes: dict[str, list[ast.stmt]] = {}
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            imports |= _imported(node, file)
            modules += _run(node)
            continue
        if isinstance(node, ast.If) and _types_only(node):
            for inner in _inside(node, ast.Import, ast.ImportFrom):
                imports |= _imported(inner, file)
            continue
        for name in _bound(node):
            nodes.setdefault(name, []).append(node)
    definitions = {name: _definition(some, file) for name, some in nodes.items()}
    return Parsed(imports, modules, definitions)


def _bound(node: ast.stmt) -> list[str]:
    """Give the names that a statement of a module defines; EFFECTS where it does something."""
    if isinstance(node, Function | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    if isinstance(node, ast.Assign):
        names = [inner.id for one in node.targets for inner in _inside(one, ast.Name)]
        return names if all(map(_plain, node.targets)) else [*names, EFFECTS]
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return []  # a docstring
    if isinstance(node, ast.If) and ast.unparse(node.test).startswith("__name__ =="):
        return []
    inner = (part for part in ast.iter_child_nodes(node) if isinstance(part, ast.stmt))
    return [*(name for part in inner for name in _bound(part)), EFFECTS]


def _plain(target: ast.expr) -> bool:
    """Say whether an assignment only gives names, to one value or to several."""
    parts = target.elts if isinstance(target, ast.Tuple | ast.List) else [target]
    return all(isinstance(part, ast.Name) for part in parts)


def _types_only(node: ast.If) -> bool:
    return ast.unparse(node.test).endswith("TYPE_CHECKING")


def _definition(nodes: list[ast.stmt], file: Path) -> Definition:
    first = nodes[0]
    imports: dict[str, str] = {}
    uses: set[str] = set()
    written = []
    for node in map(_decisive, nodes):
        for inner in _inside(node, ast.Import, ast.ImportFrom):
            imports |= _imported(inner, file)
        uses.update(_used(node))
        written.append(ast.dump(node))
    parameters = None
    if isinstance(first, Function):
        every = (*first.args.posonlyargs, *first.args.args, *first.args.kwonlyargs)
        parameters = [argument.arg for argument in every]
    digest = sha256("\n".join(written).encode()).hexdigest()[:16]
    return Definition(first.lineno, digest, sorted(uses), imports, parameters)


def _imported(node: ast.stmt, file: Path) -> dict[str, str]:
    if isinstance(node, ast.Import):
        # `import a.b` gives the name a, and what is used is found along the dots.
        named = [alias for alias in node.names if alias.asname]
        plain = {alias.name.partition(".")[0] for alias in node.names if not alias.asname}
        return {str(alias.asname): alias.name for alias in named} | {name: name for name in plain}
    assert isinstance(node, ast.ImportFrom)
    if node.level or node.module is None:
        raise ImportError(f"{file}:{node.lineno}: relative imports are not followed")
    if any(alias.name == "*" for alias in node.names):
        raise ImportError(f"{file}:{node.lineno}: an import of everything is not followed")
    return {alias.asname or alias.name: f"{node.module}:{alias.name}" for alias in node.names}


def _run(node: ast.Import | ast.ImportFrom) -> list[str]:
    """Give the modules that an import may run; not all of them need be there."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}.{alias.name}" for alias in node.names]


def _used(node: ast.AST) -> Iterator[str]:
    """Give every name that is used, with the attributes behind it: `np.linalg.norm`."""
    if isinstance(node, ast.Attribute):
        dotted = _dotted(node)
        if dotted:
            yield dotted
            return
    if isinstance(node, ast.Name):
        yield node.id
    for inner in ast.iter_child_nodes(node):
        yield from _used(inner)


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        before = _dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return node.id if isinstance(node, ast.Name) else ""


def _inside(node: ast.AST, *kinds: type[Node]) -> Iterator[Node]:
    return (inner for inner in ast.walk(node) if isinstance(inner, kinds))


def _decisive(node: ast.stmt) -> ast.stmt:
    """Leave out of a definition what decides no outcome."""
    for inner in ast.walk(node):
        if isinstance(inner, Documented) and ast.get_docstring(inner, clean=False) is not None:
            inner.body = inner.body[1:] or [ast.Pass()]
        if isinstance(inner, ast.Raise) and isinstance(inner.exc, ast.Call):
            inner.exc.args, inner.exc.keywords = [], []
        if _notes(inner):
            inner.args = []
        if isinstance(inner, ast.ClassDef) and any(map(_is_error, inner.bases)):
            inner.body = [ast.Pass()]  # what an error says
        if isinstance(inner, Function):
            inner.returns = None
            _untyped(inner)
    return node


def _untyped(function: Function) -> None:
    for inner in ast.walk(function):
        if isinstance(inner, ast.arg):
            inner.annotation = None
        elif isinstance(inner, ast.AnnAssign):
            inner.annotation = ast.Constant(None)


def _is_error(base: ast.expr) -> bool:
    """Say whether a class is derived from one of Python's own errors."""
    kind = getattr(builtins, base.id, None) if isinstance(base, ast.Name) else None
    return isinstance(kind, type) and issubclass(kind, BaseException)


def _notes(node: ast.AST) -> TypeGuard[ast.Call]:
    """Say whether something is added to an error."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "add_note"
    )
