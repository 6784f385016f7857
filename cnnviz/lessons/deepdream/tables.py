"""Tables of lesson 14: DeepDream."""

from typing import Any

from cnnviz.pages.language import Language, Words
from cnnviz.pages.layout import Table


def dream_answers(
    dream_layers: dict[str, Any], words: Words, language: Language, quoted: dict[str, Any]
) -> Table:
    """Lay out what the network takes each photograph for, before and after each stage's dream."""
    name = "tables.dream_answers"
    photos = list(dict.fromkeys(row["photo"] for row in dream_layers["runs"]))
    known = words.table(f"{name}.photos")
    heads = [words(f"{name}.picture"), *(known.get(photo, photo) for photo in photos)]

    def told(answer: dict[str, Any]) -> str:
        chance = language.percent(answer["probability"], 0)
        return f'<span lang="en">{answer["name"]}</span> ({chance})'

    first = {row["photo"]: row["before"] for row in dream_layers["runs"]}
    rows = [[words(f"{name}.original"), *(told(first[photo]) for photo in photos)]]
    for stage in sorted({row["stage"] for row in dream_layers["runs"]}):
        own = {row["photo"]: row["after"] for row in dream_layers["runs"] if row["stage"] == stage}
        rows.append([words(f"{name}.stage", n=stage), *(told(own[photo]) for photo in photos)])
    return heads, rows
