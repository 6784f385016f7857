"""The drawings of noise."""
