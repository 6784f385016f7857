"""What several lessons stand on: data, trainings, repeats, verdicts."""
