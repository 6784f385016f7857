"""What is wrong with a site, told to the person who can mend it: file, line, what and cure."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Problem:
    """One thing to mend: where it is and what it is."""

    file: Path
    line: int
    message: str
    detail: str = ""  # a traceback, where there is one

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{place}: {self.message}" + (f"\n{self.detail}" if self.detail else "")


class SiteError(Exception):
    """A site that cannot be built, with everything that is wrong with it."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in dict.fromkeys(problems)))
