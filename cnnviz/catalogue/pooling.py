"""Results of lesson 3: pooling and invariance."""

from cnnviz.catalogue.entry import Entry

RESULTS: tuple[Entry, ...] = ()
FIGURES: dict[str, Entry] = {}
TABLES: dict[str, Entry] = {}
CLAIMS: dict[str, dict[str, Entry]] = {}
