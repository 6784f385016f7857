"""The summary after a build: made, found, and where the seconds went."""

from cnnviz.pipeline.build import Report

LONGEST = 3


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
