"""Run the build as a user does: in a process of its own, with the smoke profile."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
REPOSITORY = "https://github.com/someone/course"
COLAB = "https://colab.research.google.com/github/someone/course/blob/notebooks"
QUIET = {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1"}


def mkdocs_build(
    site: Path,
    store: Path,
    *python: str,
    profile: str = "profiles/smoke.toml",
    config: str = "mkdocs.yml",
    **variables: str,
) -> subprocess.CompletedProcess[str]:
    """Build the project's site into a folder, with a store and options for Python."""
    mkdocs = [sys.executable, *python, "-m", "mkdocs", "build", "--strict"]
    command = [*mkdocs, "-f", config, "-d", str(site)]
    environment = {**os.environ, **QUIET, "CNNVIZ_STORE": str(store), "CNNVIZ_PROFILE": profile}
    environment |= variables
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
