"""The drawings of lab."""
