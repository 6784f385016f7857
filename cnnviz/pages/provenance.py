"""From what a result was made: data, networks, seeds, epochs and device, read off its steps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cnnviz.data.sources import SOURCES, Source
from cnnviz.pipeline.step import Step, closure
from cnnviz.pipeline.store import Store


@dataclass(frozen=True)
class Provenance:
    """What a reader is told about a result."""

    key: str
    function: str
    data: tuple[Source, ...]
    networks: tuple[str, ...]  # trained by this build
    pretrained: tuple[tuple[str, str], ...]  # trained by others: network, and where its weights lie
    seeds: tuple[int, ...]
    epochs: dict[str, tuple[int, ...]]  # by network
    devices: tuple[str, ...]
    keys: tuple[str, ...]  # of every step in it, whose seconds add up

    @property
    def alike(self) -> bool:
        """Whether all networks trained for the same numbers of epochs."""
        return len(set(self.epochs.values())) < 2

    @property
    def seeds_text(self) -> str:
        """The seeds: `0–4` where they follow one another, else a list."""
        first, last = self.seeds[0], self.seeds[-1]
        if len(self.seeds) > 1 and last - first == len(self.seeds) - 1:
            return f"{first}–{last}"
        return ", ".join(str(seed) for seed in self.seeds)


def provenance(result: Step, store: Store) -> Provenance:
    """Collect what went into a result."""
    steps = list(closure([result]).values())
    trainings = [step.arguments for step in steps if "training" in step.about]
    seeds = {run["seed"] for run in trainings}
    if "seed" in result.arguments:
        seeds.add(result.arguments["seed"])
    networks = _sorted(run["network"] for run in trainings)
    records = [record for step in steps if (record := store.find(step.key))]
    return Provenance(
        key=result.key,
        function=result.function,
        data=data(result),
        networks=networks,
        pretrained=tuple(sorted({pair for s in steps for pair in _pretrained(s.arguments)})),
        seeds=tuple(sorted(seeds)),
        epochs={
            network: tuple(
                sorted({run["epochs"] for run in trainings if run["network"] == network})
            )
            for network in networks
        },
        devices=_sorted(record.device for record in records),
        keys=tuple(step.key for step in steps),
    )


def data(result: Step) -> tuple[Source, ...]:
    """Give the data sets that a result was made from."""
    named = (step.about["data"] for step in closure([result]).values() if "data" in step.about)
    return tuple(SOURCES[name] for name in dict.fromkeys(named))


def _pretrained(arguments: Any) -> Iterator[tuple[str, str]]:
    """Find the networks that come with weights, wherever among a step's arguments they stand."""
    if not isinstance(arguments, dict):
        return
    if "network" in arguments and "weights" in arguments:
        yield arguments["network"], arguments["weights"]
    for inner in arguments.values():
        yield from _pretrained(inner)


def _epochs(trainings: list[dict[str, Any]], network: str) -> tuple[int, ...]:
    return tuple(sorted({run["epochs"] for run in trainings if run["network"] == network}))


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))
