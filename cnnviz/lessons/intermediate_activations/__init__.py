"""The lesson intermediate-activations: its results, claims, tables and figures."""
