"""The site's scripts: which others each one imports."""

import re
from pathlib import Path

IMPORT = re.compile(
    r'^import\b[^"(]*"(\.[^"]+)";', re.MULTILINE
)  # not what may come later: import()


def imported(script: Path) -> list[Path]:
    """Give all scripts that will be there before this one runs, each once.

    A browser finds them one after another, as it reads each; a page that names all at once waits
    for none of them twice.
    """
    found: dict[Path, None] = {}
    waiting = [script]
    while waiting:
        reading = waiting.pop(0)
        for path in IMPORT.findall(reading.read_text(encoding="utf-8")):
            other = (reading.parent / path).resolve()
            if other not in found:
                found[other] = None
                waiting.append(other)
    return list(found)
