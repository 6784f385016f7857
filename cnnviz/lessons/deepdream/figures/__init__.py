"""The drawings of deepdream."""
