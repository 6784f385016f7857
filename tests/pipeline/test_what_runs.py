"""What runs is in the key: steps of the built site are run again, and watched while they run."""

import importlib
import sys
from pathlib import Path

import cnnviz
from cnnviz.pages.page import Page
from cnnviz.pages.render import render
from cnnviz.pages.site import Site
from cnnviz.pipeline.step import closure
from cnnviz.pipeline.store import Store
from cnnviz.pipeline.worker import _loaded
from cnnviz.profile import read_profile
from tests.projects import ROOT

PACKAGE = Path(cnnviz.__file__).parent
NETWORKS = "cnnviz.models.networks."  # a run names its network, which is in the training's own key
MOST = 60  # functions, the quickest: all of them take minutes


def planned(store):
    """Give the quickest steps of different functions, of all pages in English."""
    site = Site(ROOT, read_profile(ROOT / "profiles" / "smoke.toml"), Store(str(store)))
    pages = [Page(site, source) for source in site.sources if source.language.code == "en"]
    for page in pages:
        render(page)
    steps = closure(step for page in pages for ask in page.asks for step in ask.steps)
    quickest = {}
    for step in steps.values():
        record = site.record(step)
        draws = str(step.arguments.get("draw", ""))
        if record and record.seconds < quickest.get((step.function, draws), (1e9,))[0]:
            quickest[step.function, draws] = (record.seconds, step)
    chosen = sorted(quickest.values(), key=lambda one: one[0])[:MOST]
    return site, [step for _, step in chosen]


def ran(step, store):
    """Run a step's function, and give the definitions of ours that ran."""
    module, _, name = step.function.partition(":")
    function = getattr(importlib.import_module(module), name)
    arguments = {key: _loaded(value, store) for key, value in step.arguments.items()}
    seen = set()

    def watch(frame, event, _):
        file = frame.f_code.co_filename
        if event == "call" and file.startswith(str(PACKAGE)):
            seen.add((file, frame.f_code.co_qualname.partition(".")[0]))

    sys.setprofile(watch)
    try:
        function(**arguments)
    finally:
        sys.setprofile(None)
    return {f"{_module(file)}:{name}" for file, name in seen if not name.startswith("<")}


def _module(file):
    parts = Path(file).relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def test_every_definition_that_runs_is_one_that_the_key_digests(built):
    site, steps = planned(built.store)

    unknown = {
        (step.function, name)
        for step in steps
        for name in ran(step, site.store) - set(step.code.definitions)
        if not name.startswith(NETWORKS)
    }

    assert len(steps) == MOST
    assert not unknown
