"""Progress while the build works: steps done and left, what runs now, time left."""

import logging
import sys
import time
from types import TracebackType
from typing import Self

from cnnviz.pipeline.step import Step

log = logging.getLogger("mkdocs.cnnviz.build")
EVERY = 10  # seconds between lines where the output is no terminal


class Progress:
    """A live bar on a terminal, a line now and then elsewhere."""

    def __init__(self, total: int):
        self.total = total
        self.done = 0
        self.running: dict[str, str] = {}
        self.start = self.told = time.perf_counter()
        self.bar = _bar(total) if sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        if self.bar:
            self.bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.bar:
            self.bar.stop()

    def started(self, step: Step) -> None:
        """Note that a step runs now."""
        self.running[step.key] = step.label
        self._show()

    def stopped(self, step: Step) -> None:
        """Note that a step no longer runs, and is not done."""
        self.running.pop(step.key, None)

    def finished(self, step: Step) -> None:
        """Note that a step is done."""
        self.stopped(step)
        self.done += 1
        self._show()

    def _show(self) -> None:
        now = " · ".join(self.running.values())
        if self.bar:
            self.bar.update(self.bar.task_ids[0], completed=self.done, description=now[:70])
        elif time.perf_counter() - self.told > EVERY:
            self.told = time.perf_counter()
            passed = self.told - self.start
            left = passed / self.done * (self.total - self.done) if self.done else 0
            eta = f", about {left:.0f} s left" if self.done else ""
            log.info("%d of %d steps%s; now: %s", self.done, self.total, eta, now)


def _bar(total: int):  # type: ignore[no-untyped-def]  # rich is imported only when it draws
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", style="dim"),
    )
    bar = Bar(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=total)
    return bar
