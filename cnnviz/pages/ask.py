"""What a lesson asked for: the trace of one call, for the plan, the parity check and errors."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cnnviz.pipeline.step import Step


@dataclass(frozen=True)
class Ask:
    """One call in one lesson, and the steps that answer it."""

    kind: str  # "figure", "table", "claim", "exercise" …
    name: str
    arguments: str  # as JSON, without what differs by language
    file: Path
    line: int
    steps: tuple[Step, ...] = field(default=(), compare=False)

    @property
    def what(self) -> tuple[str, str, str]:
        """What must be the same in every language."""
        return self.kind, self.name, self.arguments

    def __str__(self) -> str:
        given = "" if self.arguments == "{}" else f" {self.arguments}"
        return f"{self.kind} {self.name!r}{given}"


def as_json(arguments: Mapping[str, Any] | list[Any]) -> str:
    """Write arguments in one way, so that equal ones compare equal."""
    return json.dumps(arguments, sort_keys=True, default=str)


def template_line() -> int:
    """Give the line of the template that is calling; 0 outside of templates."""
    frame = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back  # type: ignore[assignment]  # None ends the loop
    return 0
