"""Test accuracy on original and on remapped digits, for both networks."""

from typing import Any

from cnnviz.drawing.labels import write
from cnnviz.drawing.slope import frame, slope
from cnnviz.drawing.style import Canvas, Palette, canvas, panel


def draw(remap_accuracy: dict[str, Any], words: dict[str, str], paint: Palette) -> Canvas:
    """Draw what the remap costs: each network's accuracy before and after, seed by seed."""
    summary = {n: (s["original"], s["remapped"]) for n, s in remap_accuracy["summary"].items()}
    runs = {network: _pairs(remap_accuracy["runs"], network) for network in summary}
    shown = [share for pairs in runs.values() for pair in pairs for share in pair]
    shown += [end[edge] for ends in summary.values() for end in ends for edge in ("low", "high")]
    note = words.get("stand_in", "")  # what readers must know of the data, on the figure
    figure = canvas(height=406 if note else 380)
    write(figure, 0, 10, words["accuracy"], color=paint.muted)
    if note:
        write(figure, 0, 394, note, color=paint.muted)
    axes = panel(figure, 50, 32, 510, 310)
    frame(axes, min(shown), max(shown), (words["original"], words["remapped"]), words)
    slope(axes, runs, summary, words, paint)
    return figure


def _pairs(rows: list[dict[str, Any]], network: str) -> list[tuple[float, float]]:
    largest = max(row["block"] for row in rows)
    mine = {(r["block"], r["seed"]): r["accuracy"] for r in rows if r["network"] == network}
    seeds = sorted({seed for _, seed in mine})
    return [(mine[1, seed], mine[largest, seed]) for seed in seeds]
