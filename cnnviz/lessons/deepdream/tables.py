"""Tables of lesson 14: DeepDream."""

from cnnviz.lessons.deepdream.results import Answer, DreamLayers
from cnnviz.pages.layout import Table, Writer
from cnnviz.results import where


def dream_answers(dream_layers: DreamLayers, write: Writer) -> Table:
    """Lay out what the network takes each photograph for, before and after each stage's dream."""
    runs = dream_layers["runs"]
    stages = sorted({run["stage"] for run in runs})
    first = where(runs, stage=stages[0])
    names = write.words.table("tables.dream_answers.photos")
    picture, original = write.heads("dream_answers", "picture", "original")

    def told(answer: Answer) -> str:
        chance = write.number(answer["probability"], "whole_percent")
        return f'<span lang="en">{answer["name"]}</span> ({chance})'

    rows = [[original, *(told(run["before"]) for run in first)]]
    for stage in stages:
        dream = write("tables.dream_answers.stage", n=stage)
        rows.append([dream, *(told(run["after"]) for run in where(runs, stage=stage))])
    return [picture, *(names.get(run["photo"], run["photo"]) for run in first)], rows
