"""Progress while the build works: steps done and left, what runs now, time left."""

import logging
import sys
import time
from collections.abc import Iterable
from statistics import fmean, median_low
from types import TracebackType
from typing import TYPE_CHECKING, Self

from cnnviz.pipeline.step import Step

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

log = logging.getLogger("mkdocs.cnnviz.build")
EVERY = 10  # seconds between lines where the output is no terminal


class Progress:
    """A live bar on a terminal, a line now and then elsewhere."""

    def __init__(self, steps: Iterable[Step], slots: int = 1):
        self.left = {step.key: step for step in steps}
        self.total = len(self.left)
        self.slots = slots
        self.running: dict[str, Step] = {}
        self.seconds: dict[str, list[float]] = {}  # of the steps done, by function
        self.told = time.perf_counter()
        self.bar = _bar(self.total) if sys.stderr.isatty() else None

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
        self.running[step.key] = step
        self._show()

    def stopped(self, step: Step) -> None:
        """Note that a step no longer runs, and is not done."""
        self.running.pop(step.key, None)

    def finished(self, step: Step, seconds: float) -> None:
        """Note that a step is done, and how long it took."""
        self.stopped(step)
        self.left.pop(step.key, None)
        self.seconds.setdefault(step.function, []).append(seconds)
        self._show()

    def time_left(self) -> float | None:
        """Guess the seconds left from those of the steps done; None before any is.

        A step is expected to take as long as others of its function did; where none is done yet,
        as those of the median function, since a few slow ones come first. What runs is half done.
        """
        if not self.seconds:
            return None
        known = {function: fmean(seconds) for function, seconds in self.seconds.items()}
        usual = median_low(known.values())
        shares = ((step, 0.5 if key in self.running else 1.0) for key, step in self.left.items())
        work = sum(share * known.get(step.function, usual) for step, share in shares)
        return work / self.slots

    def _show(self) -> None:
        now = " · ".join(step.label for step in self.running.values())
        left = self.time_left()
        eta = "" if left is None else f"about {left:.0f} s left"
        done = self.total - len(self.left)
        if self.bar:
            self.bar.update(self.bar.task_ids[0], completed=done, description=now[:60], eta=eta)
        elif time.perf_counter() - self.told > EVERY:
            self.told = time.perf_counter()
            told = f", {eta}" if eta else ""
            log.info("%d of %d steps%s; now: %s", done, self.total, told, now)


def _bar(total: int) -> "Bar":
    from rich.console import Console  # slow to load, and not needed by a warm build
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TextColumn("{task.fields[eta]}"),
        TextColumn("{task.description}", style="dim"),
    )
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=total, eta="")
    return bar
