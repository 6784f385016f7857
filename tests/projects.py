"""A miniature project for the tests of the site: the real templates and words, tiny lessons."""

import shutil
from pathlib import Path

from cnnviz.pages.generate import Generated, generate
from cnnviz.pages.site import Site
from cnnviz.pipeline.store import Store
from cnnviz.profile import read_profile

ROOT = Path(__file__).parents[1]
HEAD = """---
title: Title
question: A question?
description: A description.
before: [Nothing]
minutes: 1
---

"""
FIRST_LINE = HEAD.count("\n") + 1  # of a lesson's body in its file
COURSE = """
[[parts]]
name = "odd"
lessons = [{ name = "tiny", cover = "cover_pixel_remap" }]
"""


class Project:
    """A project with one lesson, `tiny`, and the page about the build, in three languages."""

    def __init__(self, folder: Path, store: Path):
        self.root = folder
        self.docs = folder / "docs"
        self.store = store
        for name in ("templates", "words", "glossary"):
            shutil.copytree(ROOT / "docs" / name, self.docs / name)
        for name in ("bibliography.bib", "quoted.toml"):
            shutil.copy(ROOT / "docs" / name, self.docs / name)
        for file in (*ROOT.glob("docs/*/*/words.toml"),):
            shutil.copy(file, self.docs / "words" / f"{file.parent.name}.toml")
        shutil.copytree(ROOT / "profiles", folder / "profiles")
        (folder / "node_modules").symlink_to(ROOT / "node_modules")
        (self.docs / "course.toml").write_text(COURSE)
        (self.docs / "lessons" / "tiny").mkdir(parents=True)
        (self.docs / "pages" / "about").mkdir(parents=True)
        for code in ("pt", "es", "en"):
            about = "---\ntitle: About\ndescription: Where figures link to.\n---\n"
            (self.docs / "pages" / "about" / f"{code}.md").write_text(about)
        self.write("Text.")

    def write(self, body: str, *languages: str) -> None:
        """Write the lesson in these languages; in all three where none is named."""
        for code in languages or ("pt", "es", "en"):
            (self.docs / "lessons" / "tiny" / f"{code}.md").write_text(HEAD + body)

    def site(self) -> Site:
        profile = read_profile(self.root / "profiles" / "smoke.toml")
        return Site(self.root, profile, Store(str(self.store)))

    def generate(self, *, strict: bool = True) -> tuple[Generated, dict[str, bytes]]:
        """Give the report, and the files that were written."""
        written: dict[str, bytes] = {}
        generated = generate(self.site(), written.__setitem__, strict=strict)
        return generated, written
