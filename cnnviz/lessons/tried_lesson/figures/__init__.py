"""The drawings of tried-lesson."""
