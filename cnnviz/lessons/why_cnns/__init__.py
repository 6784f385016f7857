"""The lesson why-cnns: its results, claims, tables and figures."""
