"""Tables of lesson 13: pure noise."""

from cnnviz.lessons.noise.results import NOISE, OneImage, Threshold
from cnnviz.pages.layout import Table, Writer

SOURCES = {"lenet5": "cnn", "mlp": "mlp"}  # networks as the source calls them


def noise_answer(noise_answer: OneImage, write: Writer) -> Table:
    """Lay out what both networks see in one noise image, beside the source's answers."""
    rows = []
    for network, source in SOURCES.items():
        cells = [
            write(
                "tables.noise_answer.answer",
                digit=answer["digit"],
                confidence=write.number(answer["confidence"], "probability"),
            )
            for answer in (noise_answer["answers"][network], write.quoted["noise"][source])
        ]
        rows.append([write(f"networks.{network}"), *cells])
    return write.heads("noise_answer", "network", "ours", "source"), rows


def noise_threshold(noise_threshold: Threshold, write: Writer) -> Table:
    """Lay out where the threshold lies that keeps most digits, and what noise passes it."""
    rows = []
    for network in SOURCES:
        row = noise_threshold["summary"][network]
        threshold = write.plus_minus(row["threshold"], "probability")
        shares = [write.plus_minus(row[kind], "percent") for kind in NOISE]
        rows.append([write(f"networks.{network}"), threshold, *shares])
    kept = write.number(noise_threshold["kept"], "whole_percent")
    heads = [
        write("tables.noise_threshold.network"),
        write("tables.noise_threshold.threshold", kept=kept),
    ]
    return heads + [write(f"noise.{kind}") for kind in NOISE], rows
