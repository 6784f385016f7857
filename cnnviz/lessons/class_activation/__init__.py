"""The lesson class-activation: its results, claims, tables and figures."""
