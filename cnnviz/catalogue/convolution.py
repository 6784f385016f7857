"""Results of lesson 2: convolution."""

from cnnviz.catalogue.entry import Entry

RESULTS: tuple[Entry, ...] = ()
FIGURES: dict[str, Entry] = {}
TABLES: dict[str, Entry] = {}
CLAIMS: dict[str, dict[str, Entry]] = {}
