"""`make bench`: a build with nothing to make, against plain MkDocs of the same finished pages.

Both are run in turns, in processes of their own, and the medians compared: machines are noisy.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.builds import QUIET, ROOT

ROUNDS = 7
PLAIN = """
site_name: plain
theme: {{ name: material, language: pt, font: false }}
plugins: [search]
use_directory_urls: true
markdown_extensions: [abbr, attr_list, md_in_html, tables, footnotes, toc: {{permalink: true}},
  pymdownx.highlight, pymdownx.superfences, pymdownx.inlinehilite]
docs_dir: {docs}
"""


def main() -> None:
    """Print the seconds of each round, the medians and their ratio."""
    environment = {**os.environ, **QUIET}
    run([sys.executable, "-m", "mkdocs", "build", "--quiet"], environment)  # fills the store
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        run([sys.executable, "-m", "cnnviz", "generate", str(work / "docs")], environment)
        (work / "mkdocs.yml").write_text(PLAIN.format(docs=work / "docs"))
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d"]
        contenders = {
            "plain MkDocs, the finished pages": [
                *command,
                str(work / "a"),
                "-f",
                f"{work}/mkdocs.yml",
            ],
            "cnnviz, nothing to make": [*command, str(work / "b"), "--strict"],
            "cnnviz, prose of one lesson edited": [*command, str(work / "c"), "--strict"],
        }
        measure(contenders, environment)


def measure(contenders: dict[str, list[str]], environment: dict[str, str]) -> None:
    """Run the contenders in turns and print how they compare with the first."""
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    print(f"processor seconds of {ROUNDS} rounds in turns: median, ratio to the first, all rounds")
    lesson = ROOT / "docs" / "lessons" / "noise.en.md"
    text = lesson.read_text(encoding="utf-8")
    try:
        for turn in range(ROUNDS):
            for name, command in contenders.items():
                edited = "edited" in name
                lesson.write_text(text + f"\nEdited {turn}.\n" if edited else text)
                seconds[name].append(run(command, environment))
    finally:
        lesson.write_text(text)
    plain = statistics.median(next(iter(seconds.values())))
    for name, values in seconds.items():
        median = statistics.median(values)
        rounds = " ".join(f"{value:.2f}" for value in values)
        print(f"{name:<40} {median:6.2f} s  {median / plain:5.2f} ×   ({rounds})")


def run(command: list[str], environment: dict[str, str]) -> float:
    """Run a command in the project and give its processor seconds.

    The builds are one process that hardly waits. On a shared machine their seconds by the clock
    differ by half from round to round, those of the processor less.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
