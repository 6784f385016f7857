"""Tell the theme which scripts a page will need, so that it asks for all of them at once.

Runs as a MkDocs hook.
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from cnnviz.pages.scripts import imported


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    docs = Path(config.docs_dir).resolve()

    @cache
    def imports(path: str) -> list[str]:
        return [script.relative_to(docs).as_posix() for script in imported(docs / path)]

    env.globals["imports"] = imports
    return env
