"""All steps of a build in few groups: data, trainings, each lesson's results, what is shown."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cnnviz.pages.site import Site
from cnnviz.pipeline.step import Step, closure

COLUMNS = ("data", "trainings", "results", "shown")
SHOWN = ("drawings", "numbers", "claims", "formulas")
Name = tuple[str, str]  # of a group: its column, and what in it


@dataclass
class Group:
    """Steps of one kind: how many, and how long they took when they were made."""

    column: str
    name: str  # of a data set, a network, a lesson by its number, or one of SHOWN
    steps: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class Plan:
    """The groups, column by column, and how often steps of one stand on steps of another."""

    groups: dict[Name, Group]
    links: Mapping[tuple[Name, Name], int]
    steps: int
    seconds: float
    libraries: dict[str, str]
    devices: tuple[str, ...]


def plan(site: Site) -> Plan:
    """Sum up every step that the pages rendered so far have asked for."""
    steps = closure(step for asked in site.asked.values() for step in asked.values())
    lessons = _lessons(site)
    names = {key: _name(step, lessons.get(key, "")) for key, step in steps.items()}
    groups: dict[Name, Group] = {}
    links: Counter[tuple[Name, Name]] = Counter()
    libraries: dict[str, str] = {}
    devices = set()
    for key, step in steps.items():
        record = site.record(step)
        if record is None:
            continue
        group = groups.setdefault(names[key], Group(*names[key]))
        group.steps += 1
        group.seconds += record.seconds
        libraries |= record.libraries
        devices.add(record.device)
        for needed in step.upstream:
            # What a step stands on may have been lost from the store since.
            if names[needed.key][0] != names[key][0] and site.record(needed) is not None:
                links[names[needed.key], names[key]] += 1
    return Plan(
        groups=dict(sorted(groups.items(), key=lambda item: _order(item[1]))),
        links=links,
        steps=sum(group.steps for group in groups.values()),
        seconds=sum(group.seconds for group in groups.values()),
        libraries=dict(sorted(libraries.items())),
        devices=tuple(sorted(devices)),
    )


def _lessons(site: Site) -> dict[str, str]:
    """Give the number of the first lesson that needs a step, by the step's key."""
    first: dict[str, str] = {}
    for lesson in sorted(site.course, key=lambda lesson: lesson.number):
        for key in closure(site.asked.get(lesson.page, {}).values()):
            first.setdefault(key, str(lesson.number))
    return first


def _name(step: Step, lesson: str) -> Name:
    columns = {"data": "data", "training": "trainings", "shown": "shown"}
    for told, column in columns.items():
        if told in step.about:
            return column, step.about[told]
    return "results", lesson


def _order(group: Group) -> tuple[int, int, int, str]:
    column = COLUMNS.index(group.column)
    if group.column == "results":
        return column, int(group.name or 1000), 0, ""
    return column, 0, -group.steps, group.name
