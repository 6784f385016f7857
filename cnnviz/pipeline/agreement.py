"""What is stored under a key was made by the code of that key: checked where it is made."""

import sys
from collections.abc import Iterator, Mapping

from cnnviz.pipeline.code import refresh, source, source_file
from cnnviz.pipeline.step import Step

CURE = "nothing was stored; run the build again, with the same code everywhere"


class OtherCode(RuntimeError):
    """The code that would run, or has run, is not the one that the step's key tells of."""


def hold(step: Step) -> None:
    """Hold a step against the code that lies here and the code that is loaded here.

    The step comes with the parts of its key, as they were where it was planned. Called before
    and after its function, this finds what was edited in between, what was edited since an
    earlier step loaded it, and a worker with another checkout or other libraries. OtherCode
    names each module that differs.
    """
    refresh()
    here = Step(step.function, step.arguments)  # whose code is looked for anew
    differing = [
        *_differing(step.parts["code"], here.code.definitions),
        *_loaded_before(here.code.definitions),
    ]
    if differing:
        modules = ", ".join(dict.fromkeys(name.partition(":")[0] for name in differing))
        raise OtherCode(
            f"{step.label} was planned with other code than runs here: {modules} "
            f"(another checkout, or saved while the build ran); {CURE}"
        )
    versions = here.code.libraries
    if versions != step.parts["libraries"]:
        told = ", ".join(
            f"{name} {step.parts['libraries'].get(name)} there and {versions.get(name)} here"
            for name in _differing(step.parts["libraries"], versions)
        )
        raise OtherCode(f"{step.label} was planned with other libraries: {told}; {CURE}")


def _differing(planned: Mapping[str, str], here: Mapping[str, str]) -> Iterator[str]:
    return (
        name for name in sorted(planned.keys() | here.keys()) if planned.get(name) != here.get(name)
    )


def _loaded_before(definitions: Mapping[str, str]) -> Iterator[str]:
    """Give the definitions that are not what they were when their module was loaded."""
    note_loaded({name.partition(":")[0] for name in definitions})
    for name, digest in definitions.items():
        module, _, short = name.partition(":")
        if module in _loaded and _loaded[module].get(short) != digest:
            yield name


def note_loaded(modules: set[str]) -> None:
    """Note what is defined in those of our modules that are loaded, and were not before.

    What is on the disk is what was loaded: a step is held against it before and after.
    """
    for module in sorted(modules):
        if module in sys.modules and module not in _loaded and source_file(module):
            found = source(module).definitions
            _loaded[module] = {name: one.digest for name, one in found.items()}


_loaded: dict[str, dict[str, str]] = {}  # by module and name: digests when it was loaded
note_loaded({name for name in sys.modules if name.partition(".")[0] == __name__.partition(".")[0]})
