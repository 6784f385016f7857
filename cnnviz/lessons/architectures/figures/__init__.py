"""The drawings of architectures."""
