"""The drawings of why-cnns."""
