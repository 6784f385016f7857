"""Why would a step be made again? Which part of its key is not what it was."""

import re
from collections.abc import Iterable
from typing import Any

from cnnviz.choice import UnknownName
from cnnviz.pipeline.step import Step, closure
from cnnviz.pipeline.store import Record, Store

KEY = re.compile(r"\b[0-9a-f]{16}\b")


def explanations(steps: Iterable[Step], name: str, store: Store) -> list[str]:
    """Explain the steps that are called `name`, or whose name begins with it.

    UnknownName where there is none; the message has the near miss.
    """
    plan = closure(steps)
    chosen = [step for step in plan.values() if _called(step, name)]
    if not chosen:
        raise UnknownName("step", name, {step.label for step in plan.values()})
    newest: dict[str, Record] = {}
    names = {key: step.label for key, step in plan.items()}
    for record in store.records():
        newest.setdefault(record.name, record)
        names.setdefault(record.key, record.name)
    lines = []
    for step in chosen:
        for line in _explained(step, newest.get(step.label), store):
            # A key says nothing to people: the name of its step does.
            lines.append(KEY.sub(lambda key: names.get(key[0], key[0]), line))
    return lines


def _called(step: Step, name: str) -> bool:
    return step.label == name or step.label.startswith((f"{name}.", f"{name} ", f"{name},"))


def _explained(step: Step, last: Record | None, store: Store) -> list[str]:
    if store.find(step.key) is not None:
        return [f"{step.label}: found, nothing is made again"]
    if last is None:
        return [f"{step.label}: made for the first time"]
    if last.key == step.key:
        return [f"{step.label}: its outcome is damaged or missing"]
    lines = [f"{step.label}: made again, because"]
    return lines + [f"  {line}" for line in _changes(store.parts(last.key), step.parts)]


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
    return [] if before == after else [_change(path.removesuffix(" › "), before, after)]


def _change(path: str, before: Any, after: Any) -> str:
    if path.startswith("code › "):
        verb = "used now" if before is None else "not used any more"
        return f"{path}: {verb if None in (before, after) else 'edited'}"
    if isinstance(after, str) and KEY.fullmatch(after):
        return f"{path}: {after} is made again or another"
    return f"{path}: {_shown(before)} → {_shown(after)}"


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return f"{len(value)} of them"
    text = "nothing" if value is None else str(value)
    return text if len(text) < 60 else f"{text[:57]}…"
