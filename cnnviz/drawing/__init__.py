"""Drawings: each module turns one kind of result, with words and a theme, into an SVG."""
