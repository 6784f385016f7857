"""`make bench`: what each lesson alone would cost, by the recorded seconds of the site's build.

A lesson alone needs all steps that its pages ask for, also those that it shares with others.
Steps take one core each, so two cores need at least half of the sum; starting the workers and
drawing pages come on top. Reads what `make site` or `bench_site` left.

`python -m tests.bench_lessons pixel-remap …` makes these lessons, each alone and from nothing, and
tells how long that took by the clock, the workers' start included.
"""

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from cnnviz.choice import pick
from cnnviz.pages.generate import generate
from cnnviz.pages.site import Site
from cnnviz.pipeline.store import Store
from cnnviz.profile import read_profile
from tests.builds import ROOT
from tests.course import LESSONS

CORES = 2
GOAL = 120  # seconds by the clock


def main() -> None:
    """Tell the cost of all lessons by the build's records, or of some by the clock."""
    reader = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    reader.add_argument("lessons", nargs="*", help="make these, each alone, from an empty store")
    lessons = reader.parse_args().lessons
    for lesson in lessons:
        pick("lesson", lesson, dict.fromkeys(LESSONS))
    for lesson in lessons:
        print(f"{lesson:<34} {by_the_clock(lesson):6.1f} s", flush=True)
    if not lessons:
        by_the_records()


def by_the_clock(lesson: str) -> float:
    """Give the seconds that a lesson takes in all languages, on all cores, from nothing."""
    profile = read_profile(ROOT / "profiles" / "embedded.toml")
    with TemporaryDirectory() as folder:
        site = Site(ROOT, profile, Store(folder))
        site.sources = [page for page in site.sources if Path(page.name).name == lesson]
        start = time.perf_counter()
        generate(site, lambda path, content: None, strict=False)
        seconds = time.perf_counter() - start
    if site.failures:
        raise SystemExit(f"{lesson} could not be made: {next(iter(site.failures.values()))}")
    return seconds


def by_the_records() -> None:
    """Print the lessons, the dearest first, and by what the dearest is so dear."""
    build = json.loads((ROOT / "site" / "build.json").read_text(encoding="utf-8"))
    seconds: Counter[str] = Counter()
    for step in build["steps"]:
        seconds.update(dict.fromkeys(step["lessons"], step["seconds"]))
    total = sum(step["seconds"] for step in build["steps"])
    print(f"seconds on {CORES} cores, from nothing; the whole site: {total / CORES:.0f} s")
    for lesson, needed in seconds.most_common():
        over = "   over the goal" if needed / CORES > GOAL else ""
        print(f"{lesson:<34} {needed / CORES:6.0f} s{over}")
    dearest = seconds.most_common(1)[0][0]
    steps = sorted(build["steps"], key=lambda step: -step["seconds"])
    for step in [step for step in steps if dearest in step["lessons"]][:5]:
        print(f"    {step['seconds']:6.1f} s  {step['name']}")


if __name__ == "__main__":
    main()
