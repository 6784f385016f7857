"""The lesson architectures: its results, claims, tables and figures."""
