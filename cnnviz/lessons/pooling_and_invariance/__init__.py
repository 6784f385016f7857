"""The lesson pooling-and-invariance: its results, claims, tables and figures."""
