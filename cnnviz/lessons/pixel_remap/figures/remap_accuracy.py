"""Test accuracy on original and on remapped digits, for both networks."""

from cnnviz.drawing.labels import write
from cnnviz.drawing.slope import frame, slope
from cnnviz.drawing.style import Canvas, Palette, Words, canvas, panel
from cnnviz.lessons.pixel_remap.results import Accuracies, BlockRun
from cnnviz.results import where


def draw(remap_accuracy: Accuracies, words: Words, paint: Palette) -> Canvas:
    """Draw what the remap costs: each network's accuracy before and after, seed by seed."""
    summary = {n: (s["original"], s["remapped"]) for n, s in remap_accuracy["summary"].items()}
    runs = {network: _pairs(where(remap_accuracy["runs"], network=network)) for network in summary}
    shown = [share for pairs in runs.values() for pair in pairs for share in pair]
    intervals = [end for ends in summary.values() for end in ends]
    shown += [edge for end in intervals for edge in (end["low"], end["high"])]
    figure = canvas(height=380)
    write(figure, 0, 10, words["accuracy"], color=paint.muted)
    axes = panel(figure, 50, 32, 510, 310)
    frame(axes, min(shown), max(shown), (words["original"], words["remapped"]), words)
    slope(axes, runs, summary, words, paint)
    return figure


def _pairs(rows: list[BlockRun]) -> list[tuple[float, float]]:
    largest = max(row["block"] for row in rows)
    reached = {(row["block"], row["seed"]): row["accuracy"] for row in rows}
    seeds = sorted({row["seed"] for row in rows})
    return [(reached[1, seed], reached[largest, seed]) for seed in seeds]
