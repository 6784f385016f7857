"""How contenders are compared: in one process, in turns, so that a machine's moods hit them all."""

import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

Factory = Callable[[], Callable[[], object]]
Tasks = dict[str, dict[str, Factory]]

ROOT = Path(__file__).parents[1]
SHORTEST = 0.2  # seconds that a timed block lasts at least
PEAK_ALONE = """
import json, sys
from importlib import import_module
from tests.bench_rounds import peak_megabytes
module, task, contender = sys.argv[1:]
print(json.dumps(peak_megabytes(import_module(module).TASKS[task][contender])))
"""


def measure(tasks: Tasks, module: str, rounds: int = 5, *, peaks: bool = True) -> None:
    """Print, for each task, every contender's times and how many times ours (the first) they are.

    Times are medians over the rounds, in milliseconds: of the processor (which other programs
    disturb little) and of the wall clock. A ratio is the median of the rounds' ratios. The peak
    of memory, in MB, is measured with each contender alone in a process: `module` holds TASKS.
    """
    for task, factories in tasks.items():
        contenders = {name: factory() for name, factory in factories.items()}
        times = rounds_in_turns(contenders, rounds)
        print(f"\n{task}: {rounds} rounds in turns", flush=True)
        ours = next(iter(times.values()))
        for name, pairs in times.items():
            processor, wall = (
                statistics.median(values) * 1000 for values in zip(*pairs, strict=True)
            )
            ratios = [
                statistics.median(
                    one[clock] / own[clock] for one, own in zip(pairs, ours, strict=True)
                )
                for clock in (0, 1)
            ]
            peak = f"  peak {peak_alone(module, task, name):6.0f} MB" if peaks else ""
            print(
                f"  {name:58} cpu {processor:8.0f} ms ×{ratios[0]:5.2f}"
                f"  wall {wall:8.0f} ms ×{ratios[1]:5.2f}{peak}",
                flush=True,
            )


def rounds_in_turns(
    contenders: dict[str, Callable[[], object]], rounds: int
) -> dict[str, list[tuple[float, float]]]:
    """Give each contender's seconds, processor and wall, in each round."""
    repeats = {name: _repeats(run) for name, run in contenders.items()}
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in contenders}
    names = list(contenders)
    for turn in range(rounds):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            gc.collect()
            wall, processor = time.perf_counter(), time.process_time()
            for _ in range(repeats[name]):
                contenders[name]()
            spent = (time.process_time() - processor, time.perf_counter() - wall)
            times[name].append((spent[0] / repeats[name], spent[1] / repeats[name]))
    return times


def peak_alone(module: str, task: str, contender: str) -> float:
    """Measure a contender's peak in a process of its own."""
    command = [sys.executable, "-W", "ignore", "-c", PEAK_ALONE, module, task, contender]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return float(json.loads(done.stdout.splitlines()[-1]))


def peak_megabytes(factory: Factory) -> float:
    """Give the most resident memory, in MB, while a contender runs after its set-up (Linux)."""
    run = factory()
    run()  # what libraries load at first use is there now
    Path("/proc/self/clear_refs").write_text("5")
    run()
    status = Path("/proc/self/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def _repeats(run: Callable[[], object]) -> int:
    """Run twice, the first to warm up, and give how often it must run to be timed well."""
    run()
    start = time.perf_counter()
    run()
    return max(1, round(SHORTEST / (time.perf_counter() - start)))
