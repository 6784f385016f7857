"""The lesson pattern-maximisation: its results, claims, tables and figures."""
