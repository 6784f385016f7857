"""Which extra of cnnviz brings a package that is not installed."""

EXTRAS = {
    "babel": "site",
    "distributed": "cluster",
    "filelock": "site",
    "fontTools": "site",
    "fsspec": "site",
    "jinja2": "site",
    "pybtex": "site",
    "rich": "site",
    "s3fs": "s3",
    "yaml": "site",
}


def cure(error: ImportError) -> str:
    """Say which package is missing and how to install it; nothing where no extra brings it."""
    # fsspec tells of a missing package by an ImportError of its own.
    name = error.name or getattr(error.__cause__, "name", None) or ""
    extra = EXTRAS.get(name.partition(".")[0])
    return f"the package {name} is missing: pip install 'cnnviz[{extra}]'" if extra else ""
