"""The report on a build: what was made and found, what failed, and where the seconds went."""

from dataclasses import dataclass, field

from cnnviz.pipeline.store import Record

LONGEST = 3


@dataclass
class Report:
    """What a build found, made and could not make, by key."""

    found: dict[str, Record] = field(default_factory=dict)
    made: dict[str, Record] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)  # the worker's traceback
    skipped: dict[str, str] = field(default_factory=dict)  # the key of the step that failed
    seconds: float = 0.0

    def update(self, other: "Report") -> None:
        """Add a later build of the same site: what was made stays made."""
        self.found |= {key: r for key, r in other.found.items() if key not in self.made}
        self.made |= other.made
        self.failed |= other.failed
        self.skipped |= other.skipped
        self.seconds += other.seconds


def summary(report: Report) -> str:
    """Say in a line how many steps were made and found, and which took longest."""
    text = f"{len(report.made)} steps made, {len(report.found)} found"
    if report.failed:
        text += f", {len(report.failed)} failed, {len(report.skipped)} waited for those"
    longest = sorted(report.made.values(), key=lambda record: -record.seconds)[:LONGEST]
    if longest:
        shown = ", ".join(f"{record.name} {record.seconds:.1f} s" for record in longest)
        text += f" in {report.seconds:.1f} s (longest: {shown})"
    return text
