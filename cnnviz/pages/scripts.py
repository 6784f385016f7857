"""The site's scripts: which others each one imports, and what of it is published."""

import os.path
import re
from pathlib import Path

IMPORT = re.compile(
    r'^import\b[^"(]*"(\.[^"]+)";', re.MULTILINE
)  # not what may come later: import()
# A remark of its own lines. Those that stand within a line are few.
REMARK = re.compile(r"^[ \t]*/\*\*(?:[^*]|\*(?!/))*\*/\n", re.MULTILINE)


def imported(script: Path) -> list[Path]:
    """Give all scripts that will be there before this one runs, each once.

    A browser finds them one after another, as it reads each; who names all of them waits once.
    """
    found: dict[Path, None] = {}
    waiting = [script]
    while waiting:
        new = [other for other in _named(waiting.pop(0)) if other not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return list(found)


def published(script: Path, *, comes_late: bool = False) -> str:
    """Give a script without what only `tsc` and those who write scripts read: a fifth of all bytes.

    One that comes late, by `import()`, could not be asked for ahead with all that it needs: it
    names all of it.
    """
    text = REMARK.sub("", script.read_text(encoding="utf-8"))
    known = [*_named(script), script.resolve()]
    indirect = [other for other in imported(script) if comes_late and other not in known]
    paths = (os.path.relpath(other, script.parent.resolve()) for other in indirect)
    return text + "".join(f'import "./{path}";\n' for path in paths)


def _named(script: Path) -> list[Path]:
    paths = IMPORT.findall(script.read_text(encoding="utf-8"))
    return [(script.parent / path).resolve() for path in paths]
