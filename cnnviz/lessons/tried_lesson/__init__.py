"""The lesson tried-lesson: its results, claims and figures."""
