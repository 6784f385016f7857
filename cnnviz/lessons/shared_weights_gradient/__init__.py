"""The lesson shared-weights-gradient: its results, claims, tables and figures."""
