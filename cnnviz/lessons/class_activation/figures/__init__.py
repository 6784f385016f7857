"""The drawings of class-activation."""
