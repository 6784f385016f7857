"""The lesson pixel-remap: its results, claims, tables and figures."""
