"""For each claim of a lesson, results that it is true of and results that it is not true of."""
