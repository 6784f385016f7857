"""The drawings of pixel-remap."""
