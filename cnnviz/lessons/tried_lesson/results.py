"""What tried-lesson measures."""

from cnnviz.results import Summary

Ink = dict[str, Summary]  # by digit: the mean brightness of an image, from 0 to 1
