"""The lesson _new-lesson: its results, claims and figures."""
