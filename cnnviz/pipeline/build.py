"""The build: make what the store lacks, side by side, and tell how it went."""

import os
import time
import traceback
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from cnnviz.pipeline.progress import Progress
from cnnviz.pipeline.report import Report
from cnnviz.pipeline.step import Step, closure
from cnnviz.pipeline.store import Record, Store
from cnnviz.pipeline.worker import make, prepare

# A dying worker takes the steps beside it along. They are tried again one at a time: who dies
# twice has died alone.
MOST_DEATHS = 2


def build(steps: Iterable[Step], store: Store) -> Report:
    """Make every step that the store lacks, upstream first, and report on all of them.

    A step that fails keeps the steps that need it from running, and no others. Its failure is
    reported and never stored.
    """
    start = time.perf_counter()
    plan = closure(steps)
    report = Report()
    missing: dict[str, Step] = {}
    for key, step in plan.items():
        record = store.find(key)
        if record is None:
            missing[key] = step
        else:
            report.found[key] = record
    if missing:
        _Run(missing, store, report).finish()
    report.seconds = time.perf_counter() - start
    return report


class _Run:
    """The making of missing steps: which wait, which run, and how often a worker died."""

    def __init__(self, missing: dict[str, Step], store: Store, report: Report):
        self.waiting = _longest_chains_first(missing)
        self.store = store
        self.report = report
        self.running: dict[Future[Record], Step] = {}
        self.deaths: dict[str, int] = {}

    def finish(self) -> None:
        with Progress(self.waiting.values()) as progress:
            while self.waiting:  # again only where a worker died and took its pool along
                with _executor() as (executor, slots):
                    progress.slots = slots
                    self._work(executor, slots, progress)

    def _work(self, executor: Executor, slots: int, progress: Progress) -> None:
        while self.waiting or self.running:
            suspects = [step for step in self._ready() if step.key in self.deaths]
            free = 1 - len(self.running) if suspects else slots - len(self.running)
            for step in (suspects or self._ready())[: max(0, free)]:
                del self.waiting[step.key]
                progress.started(step)
                self.running[executor.submit(make, step.sent(), self.store.url)] = step
            done, _ = wait(self.running, return_when=FIRST_COMPLETED)
            broken = [future for future in done if not self._settled(future, progress)]
            if broken:
                self._return_to_queue(progress)
                return

    def _ready(self) -> list[Step]:
        unmade = self.waiting.keys() | {step.key for step in self.running.values()}
        return [
            step
            for step in self.waiting.values()
            if not any(needed.key in unmade for needed in step.upstream)
        ]

    def _settled(self, future: Future[Record], progress: Progress) -> bool:
        step = self.running[future]
        seconds = 0.0
        try:
            record = self.report.made[step.key] = future.result()
            self.store.learn(record)
            seconds = record.seconds
        except BrokenProcessPool as error:
            self.deaths[step.key] = self.deaths.get(step.key, 0) + 1
            if self.deaths[step.key] < MOST_DEATHS:
                return False
            self._fail(step, f"the worker died while it made this step: {error}")
            del self.running[future]
            return False
        except Exception as error:  # the step's own failure, whatever it is: others go on
            self._fail(step, "".join(traceback.format_exception(error.__cause__ or error)))
        del self.running[future]
        progress.finished(step, seconds)
        return True

    def _return_to_queue(self, progress: Progress) -> None:
        for step in self.running.values():
            progress.stopped(step)
        self.waiting = {s.key: s for s in self.running.values()} | self.waiting
        self.running = {}

    def _fail(self, step: Step, reason: str) -> None:
        self.report.failed[step.key] = reason
        lost = {step.key}
        for key, other in list(self.waiting.items()):  # upstream first, so one pass suffices
            if any(needed.key in lost for needed in other.upstream):
                lost.add(key)
                self.report.skipped[key] = step.key
                del self.waiting[key]


def _longest_chains_first(steps: dict[str, Step]) -> dict[str, Step]:
    """Order steps by how many others wait for them in a row; those that are equal, as they came.

    So training comes early, and the many short drawings keep all workers busy to the end.
    """
    chain = dict.fromkeys(steps, 0)
    for step in reversed(steps.values()):  # upstream comes first
        for needed in step.upstream:
            if needed.key in chain:
                chain[needed.key] = max(chain[needed.key], chain[step.key] + 1)
    return {step.key: step for step in sorted(steps.values(), key=lambda step: -chain[step.key])}


@contextmanager
def _executor() -> Iterator[tuple[Executor, int]]:
    address = os.environ.get("CNNVIZ_CLUSTER")
    if address:
        from distributed import Client

        with Client(address) as client:  # type: ignore[no-untyped-call]  # distributed has no types
            slots = sum(client.nthreads().values())
            with client.get_executor(pure=False) as executor:
                yield executor, max(1, slots)
        return
    slots = int(os.environ.get("CNNVIZ_WORKERS", 0)) or os.cpu_count() or 1
    with ProcessPoolExecutor(slots, get_context("spawn"), initializer=prepare) as executor:
        try:
            yield executor, slots
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            raise
