"""The drawings of shared-weights-gradient."""
