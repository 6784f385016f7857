"""The drawings of pooling-and-invariance."""
