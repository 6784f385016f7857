"""Tables of measured numbers, laid out for readers: each function gives heads and rows."""

from collections.abc import Callable
from typing import Any

from cnnviz.site.language import Language, Words

Table = tuple[list[str], list[list[str]]]


def remap_accuracy(
    result: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out accuracy on original and remapped images beside the source's."""
    heads = [words(f"tables.remap_accuracy.{name}") for name in ("network", "n")]
    heads += [words(f"tables.remap_accuracy.{name}") for name in ("original", "remapped", "loss")]
    heads.append(words("tables.remap_accuracy.source"))
    rows = []
    for network, source in (("lenet5", "cnn"), ("mlp", "mlp")):
        row = result["summary"][network]
        theirs = quoted["pklot_remap"][source]
        rows.append(
            [
                words(f"networks.{network}"),
                str(row["original"]["n"]),
                _spread(row["original"], language, "percent"),
                _spread(row["remapped"], language, "percent"),
                _spread(row["loss"], language, "points"),
                " → ".join(language.percent(theirs[when], 0) for when in ("original", "remapped")),
            ]
        )
    return heads, rows


def noise_answer(
    result: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out what both networks see in one noise image, beside the source's answers."""
    heads = [words(f"tables.noise_answer.{name}") for name in ("network", "ours", "source")]
    rows = []
    for network, source in (("lenet5", "cnn"), ("mlp", "mlp")):
        ours, theirs = result["answers"][network], quoted["noise"][source]
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
    result: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out where the threshold lies that keeps most digits, and what noise passes it."""
    kinds = ("uniform", "normal", "salt_and_pepper", "shuffled_digits")
    kept = language.percent(result["kept"], 0)
    heads = [
        words("tables.noise_threshold.network"),
        words("tables.noise_threshold.threshold", kept=kept),
        *(words(f"noise.{kind}") for kind in kinds),
    ]
    rows = []
    for network in ("lenet5", "mlp"):
        row = result["summary"][network]
        shares = [_plus_minus(row[kind], language, "percent") for kind in kinds]
        threshold = _plus_minus(row["threshold"], language, "probability")
        rows.append([words(f"networks.{network}"), threshold, *shares])
    return heads, rows


def _plus_minus(row: dict[str, float], language: Language, style: str) -> str:
    # Spaces that do not break: a deviation alone on a line belongs to nothing.
    return f"{language.number(row['mean'], style)}\u00a0±\u00a0{language.number(row['std'], style)}"


def _spread(row: dict[str, float], language: Language, style: str) -> str:
    low, high = (language.number(row[end], style) for end in ("low", "high"))
    return f"{_plus_minus(row, language, style)}<br><small>[{low};\u00a0{high}]</small>"


TABLES: dict[str, Callable[[dict[str, Any], Words, Language, dict[str, Any]], Table]] = {
    "remap_accuracy": remap_accuracy,
    "noise_answer": noise_answer,
    "noise_threshold": noise_threshold,
}
