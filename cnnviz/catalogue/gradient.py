"""Results of lesson 4: the gradient of shared weights."""

from cnnviz.catalogue.entry import Entry

RESULTS: tuple[Entry, ...] = ()
FIGURES: dict[str, Entry] = {}
TABLES: dict[str, Entry] = {}
CLAIMS: dict[str, dict[str, Entry]] = {}
