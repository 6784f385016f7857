"""The drawings of training."""
