"""The drawings of pattern-maximisation."""
