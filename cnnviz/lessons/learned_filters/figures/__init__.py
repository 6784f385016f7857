"""The drawings of learned-filters."""
