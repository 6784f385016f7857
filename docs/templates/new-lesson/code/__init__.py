"""The lesson new-lesson: its results, claims and figures."""
