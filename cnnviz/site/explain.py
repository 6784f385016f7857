"""Why would a step be made again? Which part of its key is not what it was."""

from collections.abc import Iterable
from typing import Any

from cnnviz.choice import UnknownName
from cnnviz.pipeline.step import Step, closure
from cnnviz.pipeline.store import Record, Store


def explanations(steps: Iterable[Step], name: str, store: Store) -> list[str]:
    """Explain the steps that are called `name`, or whose name begins with it.

    UnknownName where there is none; the message has the near miss.
    """
    plan = closure(steps)
    chosen = [step for step in plan.values() if _called(step, name)]
    if not chosen:
        raise UnknownName("step", name, {step.label for step in plan.values()})
    newest: dict[str, Record] = {}
    for record in store.records():
        newest.setdefault(record.name, record)
    return [line for step in chosen for line in _explained(step, newest.get(step.label), store)]


def _called(step: Step, name: str) -> bool:
    return step.label == name or step.label.startswith((f"{name}.", f"{name} ", f"{name},"))


def _explained(step: Step, last: Record | None, store: Store) -> list[str]:
    if store.find(step.key) is not None:
        return [f"{step.label}: found, nothing is made again (key {step.key})"]
    if last is None:
        return [f"{step.label}: made for the first time (key {step.key})"]
    if last.key == step.key:
        return [f"{step.label}: its outcome is damaged or missing (key {step.key})"]
    lines = [f"{step.label}: made again, {last.key} → {step.key}, because"]
    return lines + [f"  {line}" for line in _changes(last.parts, step.parts)]


def _changes(before: Any, after: Any, path: str = "") -> list[str]:
    if isinstance(before, dict) and isinstance(after, dict):
        return [
            line
            for name in sorted(before.keys() | after.keys())
            for line in _changes(before.get(name), after.get(name), f"{path}{name} › ")
        ]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return [
            line
            for place, (old, new) in enumerate(zip(before, after, strict=True))
            for line in _changes(old, new, f"{path}{place} › ")
        ]
    if before == after:
        return []
    return [f"{path.removesuffix(' › ')}: {_shown(before)} → {_shown(after)}"]


def _shown(value: Any) -> str:
    text = "nothing" if value is None else str(value)
    return text if len(text) < 60 else f"{text[:57]}…"
