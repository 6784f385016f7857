"""The lesson deepdream: its results, claims, tables and figures."""
