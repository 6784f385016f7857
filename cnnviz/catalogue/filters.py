"""Results of lesson 8: learned filters."""

from cnnviz.catalogue.entry import Entry

RESULTS: tuple[Entry, ...] = ()
FIGURES: dict[str, Entry] = {}
TABLES: dict[str, Entry] = {}
CLAIMS: dict[str, dict[str, Entry]] = {}
