"""Real samples, where they are at hand: beside the project, or where `CNNVIZ_DATA` says."""

import os
from pathlib import Path

from tests.builds import ROOT

BESIDE = ROOT.parent / "shared" / "data"
DATA = Path(os.environ.get("CNNVIZ_DATA", BESIDE))
