"""Claims of lesson 14, each checked against the build's own numbers."""

from itertools import pairwise
from typing import Any

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict


def excitement_rises_in_every_octave(dream_layers: dict[str, Any]) -> Verdict:
    """In every dream and octave, the stage is more excited at the last step than at the first."""
    ratios = [
        octave[-1] / octave[0] if octave[0] > 0 else 0.0
        for row in dream_layers["runs"]
        for octave in row["excitement"]
    ]
    return verdict(min(ratios) > 1, least=(min(ratios), "decimal"), most=(max(ratios), "decimal"))


def later_stages_dream_finer(dream_layers: dict[str, Any]) -> Verdict:
    """On every photograph, each stage changes finer detail than the one before it."""
    photos = list(dict.fromkeys(row["photo"] for row in dream_layers["runs"]))
    stages = sorted({row["stage"] for row in dream_layers["runs"]})
    found = {(row["photo"], row["stage"]): row["frequency"] for row in dream_layers["runs"]}
    rising = [
        found[photo, earlier] < found[photo, later]
        for photo in photos
        for earlier, later in pairwise(stages)
    ]
    numbers = {
        f"stage_{stage}": (dream_layers["summary"][str(stage)]["frequency"]["mean"], "decimal")
        for stage in stages
    }
    return verdict(bool(rising) and all(rising), **numbers)
