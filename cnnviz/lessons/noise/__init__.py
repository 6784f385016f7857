"""The lesson noise: its results, claims, tables and figures."""
