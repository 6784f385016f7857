"""Results of lesson 1: why a perceptron struggles with images."""

from cnnviz.catalogue.entry import Entry

RESULTS: tuple[Entry, ...] = ()
FIGURES: dict[str, Entry] = {}
TABLES: dict[str, Entry] = {}
CLAIMS: dict[str, dict[str, Entry]] = {}
