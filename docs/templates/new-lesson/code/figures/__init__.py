"""The drawings of new-lesson."""
