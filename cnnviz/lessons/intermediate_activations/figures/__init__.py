"""The drawings of intermediate-activations."""
