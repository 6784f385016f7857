"""The pages of the site, as docs/course.toml and the lessons' sources say."""

import tomllib

from tests.builds import ROOT

COURSE = tomllib.loads((ROOT / "docs" / "course.toml").read_text(encoding="utf-8"))
LESSONS = tuple(lesson for part in COURSE["parts"] for lesson in part["lessons"])
MORE = ("lab/", "about/", "glossary/", "bibliography/", "licence/")
PAGES = ("", *(f"lessons/{name}/" for name in LESSONS), *MORE)


def asked(lesson: str, call: str) -> int:
    """Count how often a lesson's source makes a call, such as `figure`."""
    source = ROOT / "docs" / "lessons" / lesson / "en.md"
    return source.read_text(encoding="utf-8").count("{{ " + call + "(")
