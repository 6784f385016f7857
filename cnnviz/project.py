"""The project at hand: its root, profile and store, from the environment."""

import os
from pathlib import Path

from cnnviz.pages.site import Links, Site
from cnnviz.pipeline.store import Store
from cnnviz.profile import read_profile


def open_site(root: Path) -> Site:
    """Open the site whose project lies at `root`.

    `CNNVIZ_PROFILE` names the profile, `CNNVIZ_STORE` the store's folder or URL; both are
    taken from the root. `REPO_URL` and `COLAB_URL` tell where readers find sources and notebooks.
    """
    profile = root / os.environ.get("CNNVIZ_PROFILE", "profiles/embedded.toml")
    store = os.environ.get("CNNVIZ_STORE", ".store")
    links = Links(*(os.environ.get(name, "").rstrip("/") for name in ("REPO_URL", "COLAB_URL")))
    where = store if "://" in store else str(root / store)
    return Site(root, read_profile(profile), Store(where), links)
