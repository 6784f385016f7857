"""Tables of lesson 13: pure noise."""

from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Table, plus_minus


def noise_answer(
    noise_answer: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out what both networks see in one noise image, beside the source's answers."""
    heads = [words(f"tables.noise_answer.{name}") for name in ("network", "ours", "source")]
    rows = []
    for network, source in (("lenet5", "cnn"), ("mlp", "mlp")):
        ours, theirs = noise_answer["answers"][network], quoted["noise"][source]
        rows.append(
            [
                words(f"networks.{network}"),
                *(
                    words(
                        "tables.noise_answer.answer",
                        digit=answer["digit"],
                        confidence=language.decimals(answer["confidence"], 2),
                    )
                    for answer in (ours, theirs)
                ),
            ]
        )
    return heads, rows


def noise_threshold(
    noise_threshold: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out where the threshold lies that keeps most digits, and what noise passes it."""
    kinds = ("uniform", "normal", "salt_and_pepper", "shuffled_digits")
    kept = language.percent(noise_threshold["kept"], 0)
    heads = [
        words("tables.noise_threshold.network"),
        words("tables.noise_threshold.threshold", kept=kept),
        *(words(f"noise.{kind}") for kind in kinds),
    ]
    rows = []
    for network in ("lenet5", "mlp"):
        row = noise_threshold["summary"][network]
        shares = [plus_minus(row[kind], language, "percent") for kind in kinds]
        threshold = plus_minus(row["threshold"], language, "probability")
        rows.append([words(f"networks.{network}"), threshold, *shares])
    return heads, rows
