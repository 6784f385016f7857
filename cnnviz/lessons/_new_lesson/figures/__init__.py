"""The drawings of _new-lesson."""
