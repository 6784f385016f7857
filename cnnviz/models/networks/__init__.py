"""The networks of the course, one a file: a network has the name of its file and its function.

A file may also give `PREPARATION` (what its images need), `WEIGHTS` (published ones by name, and
what gives their file) and `our_names` (for files that name the tensors otherwise).
"""
