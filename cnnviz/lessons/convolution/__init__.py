"""The lesson convolution: its results, claims, tables and figures."""
