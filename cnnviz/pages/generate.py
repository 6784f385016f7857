"""From lessons to a tree of Markdown and figures: render, build what is missing, render again."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from cnnviz.pages.glossary import linked, uses
from cnnviz.pages.notebook import notebook
from cnnviz.pages.page import Page
from cnnviz.pages.parity import differences
from cnnviz.pages.problems import Problem, SiteError
from cnnviz.pages.render import render
from cnnviz.pages.site import Site
from cnnviz.pages.source import Source
from cnnviz.pipeline.outcome import Drawing, encoded
from cnnviz.pipeline.report import Report
from cnnviz.pipeline.step import Step, closure

Write = Callable[[str, bytes], None]
MOST_PASSES = 8  # two, and more for each number that decides what else is asked for


@dataclass
class Generated:
    """What a generation gave: its pages, the report of its builds, and what is wrong."""

    pages: list[Page] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    report: Report = field(default_factory=Report)
    problems: list[Problem] = field(default_factory=list)

    def plan(self) -> dict[str, Step]:
        """Give all steps that the pages stand on, by their keys."""
        return closure(step for page in self.pages for ask in page.asks for step in ask.steps)


def generate(site: Site, write: Write, *, strict: bool) -> Generated:
    """Write every page in every language, and the figures that the lessons ask for.

    Strict, SiteError tells all that is wrong, and nothing is written. Else pages show it.
    """
    generated = Generated()
    for _ in range(MOST_PASSES):
        site.asked.clear()  # a claim may turn out otherwise than the first pass expects
        generated.pages = [Page(site, source) for source in _in_order(site)]
        generated.texts = [render(page) for page in generated.pages]
        asked = [step.key for page in generated.pages for ask in page.asks for step in ask.steps]
        if site.store.fetch(generated.plan(), asked):
            continue  # what came from elsewhere is known now
        # Pages also tell from what their figures were made: what was lost of it is made again.
        unmade = [step for step in generated.plan().values() if not site.record(step)]
        if all(step.key in site.failures for step in unmade):
            break
        _build(site, generated, [step for step in unmade if step.key not in site.failures])
    else:
        message = f"after {MOST_PASSES} renderings the lessons still ask for something new"
        raise SiteError([Problem(site.docs.relative_to(site.root), 0, message)])
    _link_terms(generated)
    _note_found(site, generated)
    generated.problems = _problems(site, generated)
    if strict and generated.problems:
        raise SiteError(generated.problems)
    _write(site, generated, write)
    site.store.remember()
    return generated


def _in_order(site: Site) -> list[Source]:
    """Put pages that list what all others asked for behind them."""
    return sorted(site.sources, key=lambda source: "build_summary" in source.body)


def _link_terms(generated: Generated) -> None:
    """Let each page explain the terms that all its languages use."""
    common: dict[str, set[str]] = {}
    for page, text in zip(generated.pages, generated.texts, strict=True):
        keys = uses(text)
        common[page.source.name] = common.get(page.source.name, keys) & keys
    generated.texts = [
        linked(text, common[page.source.name], page.page_path("glossary"))
        for page, text in zip(generated.pages, generated.texts, strict=True)
    ]


def build_json(site: Site, generated: Generated, seconds: float) -> bytes:
    """Write what was made and found, by which step, how long it took and who asked."""
    lessons: dict[str, set[str]] = {}
    steps: dict[str, Step] = {}
    for page in generated.pages:
        for ask in page.asks:
            for key, step in closure(ask.steps).items():
                steps[key] = step
                lessons.setdefault(key, set()).add(page.source.name)
    records = generated.report.found | generated.report.made
    content = {
        "profile": site.profile.name,
        "languages": list(site.words),
        "seconds": round(seconds, 3),
        "device": ", ".join(sorted({record.device for record in records.values()})),
        "versions": _versions(records),
        "steps": [
            {
                "name": step.label,
                "function": step.function,
                "key": key,
                "seconds": records[key].seconds,
                "made": key in generated.report.made,
                "lessons": sorted(lessons[key]),
            }
            for key, step in steps.items()
            if key in records
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _versions(records: dict[str, Any]) -> dict[str, str]:
    versions: dict[str, str] = {}
    for record in records.values():
        versions |= record.libraries
    return dict(sorted(versions.items()))


def _build(site: Site, generated: Generated, steps: list[Step]) -> None:
    from cnnviz.pipeline.build import build  # slow to load, and a warm build makes nothing

    generated.report.update(build(steps, site.store))
    _note_failures(site, generated.report)


def _note_failures(site: Site, report: Report) -> None:
    site.failures |= report.failed
    for key, cause in report.skipped.items():
        site.failures[key] = report.failed.get(cause, "a step that it needs failed")


def _note_found(site: Site, generated: Generated) -> None:
    """Look up every step of the plan, also those that were there and that nobody opened."""
    for key in generated.plan():
        record = site.store.find(key)
        if record and key not in generated.report.made:
            generated.report.found[key] = record


def _problems(site: Site, generated: Generated) -> list[Problem]:
    problems = [problem for page in generated.pages for problem in page.problems]
    if not problems:  # a page with a mistake lacks things for that reason alone
        problems += differences(generated.pages)
    told: set[str] = set()
    for page in generated.pages:
        for ask in page.asks:
            for key, step in closure(ask.steps).items():
                if key in generated.report.failed and key not in told:
                    told.add(key)
                    message = f"{ask} could not be made: {step.label} failed, {_call(step)}"
                    detail = generated.report.failed[key]
                    problems.append(Problem(ask.file, ask.line, message, detail))
            if ask.kind == "claim" and site.profile.claims_stop:
                outcome = site.outcome(ask.steps[0])
                if outcome is not None and not outcome["holds"]:
                    numbers = {name: one["value"] for name, one in outcome["numbers"].items()}
                    problems.append(
                        Problem(ask.file, ask.line, f"{ask} does not hold: {json.dumps(numbers)}")
                    )
    return problems


def _call(step: Step) -> str:
    arguments = json.dumps(step.arguments, default=lambda inner: f"<{inner.label}>")
    return f"{step.function}({arguments})"


def _write(site: Site, generated: Generated, write: Write) -> None:
    files: dict[str, Step] = {}
    for page, text in zip(generated.pages, generated.texts, strict=True):
        write(page.source.target, text.encode())
        files |= page.files
        if page.notebook:
            name = page.source.name.rpartition("/")[2]
            write(f"assets/notebooks/{name}.{page.language.code}.ipynb", notebook(page))
    for path, step in files.items():
        outcome = site.outcome(step)
        data = outcome.data if isinstance(outcome, Drawing) else encoded(outcome)[1]
        write(path, data)
