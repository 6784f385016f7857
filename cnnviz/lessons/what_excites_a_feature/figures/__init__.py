"""The drawings of what-excites-a-feature."""
