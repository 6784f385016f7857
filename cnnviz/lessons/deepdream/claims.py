"""Claims of lesson 14, each checked against the build's own numbers."""

from itertools import pairwise

from cnnviz.lessons.deepdream.results import DreamLayers
from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict, where


def excitement_rises_in_every_octave(dream_layers: DreamLayers) -> Verdict:
    """In every dream and octave, the stage is more excited at the last step than at the first."""
    octaves = [octave for run in dream_layers["runs"] for octave in run["excitement"]]
    ratios = [octave[-1] / octave[0] if octave[0] > 0 else 0.0 for octave in octaves]
    return verdict(min(ratios) > 1, "decimal", least=min(ratios), most=max(ratios))


def later_stages_dream_finer(dream_layers: DreamLayers) -> Verdict:
    """On every photograph, each stage changes finer detail than the one before it."""
    runs = sorted(dream_layers["runs"], key=lambda run: run["stage"])
    rising = [
        earlier["frequency"] < later["frequency"]
        for photo in {run["photo"] for run in runs}
        for earlier, later in pairwise(where(runs, photo=photo))
    ]
    means = {
        f"stage_{stage}": dream_layers["summary"][f"{stage}"]["frequency"]["mean"]
        for stage in sorted({run["stage"] for run in runs})
    }
    return verdict(bool(rising) and all(rising), "decimal", **means)
