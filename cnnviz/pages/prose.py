"""Prose apart from code: what is replaced in sentences must stay as it is in listings."""

import re
from collections.abc import Callable

CODE = re.compile(
    r"(^(?P<fence>```+|~~~+).*?^(?P=fence)[ \t]*$|`[^`\n]+`)", re.MULTILINE | re.DOTALL
)
CELL = re.compile(r"^```python cell$", re.MULTILINE)


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """Change a Markdown text everywhere but in fenced blocks and code spans.

    Code is hidden behind marks of the same number of lines while `change` works.
    """
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\x00{len(kept) - 1}\x01" + "\n" * match[0].count("\n")

    def show(match: re.Match[str]) -> str:
        return kept[int(match[1])]

    hidden = CODE.sub(hide, text)
    return re.sub(
        r"\x00(\d+)\x01(\n*)",
        lambda m: show(m) + m[2][kept[int(m[1])].count("\n") :],
        change(hidden),
    )
