"""The lesson learned-filters: its results, claims, tables and figures."""
