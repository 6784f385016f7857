"""Tell the theme which scripts a page will need, so that it asks for all of them at once.

Runs as a MkDocs hook, which also publishes the scripts.
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from cnnviz.pages.scripts import imported, published

LATE = ("assets/widgets/*.js", "assets/lightbox/lightbox.js")  # what other scripts import()


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    docs = Path(config.docs_dir).resolve()

    @cache
    def imports(path: str) -> list[str]:
        return [script.relative_to(docs).as_posix() for script in imported(docs / path)]

    env.globals["imports"] = imports
    return env


def on_post_build(config: MkDocsConfig) -> None:
    docs, site = Path(config.docs_dir), Path(config.site_dir)
    late = {script for pattern in LATE for script in docs.glob(pattern)}
    for script in docs.glob("assets/**/*.js"):
        text = published(script, comes_late=script in late)
        (site / script.relative_to(docs)).write_text(text, encoding="utf-8")
