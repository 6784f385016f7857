"""The lesson what-excites-a-feature: its results, claims, tables and figures."""
