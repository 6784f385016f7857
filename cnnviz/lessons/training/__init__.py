"""The lesson training: its results, claims, tables and figures."""
