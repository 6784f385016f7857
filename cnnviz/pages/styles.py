"""The site's styles: written in one file a concern, sent as one, so that a page asks once."""

import re
from dataclasses import dataclass
from pathlib import Path

from cnnviz.pages.standins import CODE_STAND_INS, STAND_INS, StandIn

# In this order: of two rules that weigh the same, the later one counts.
EVERYWHERE = (
    "colours",
    "text",
    "header",
    "navigation",
    "figures",
    "lesson",
    "questions",
    "course",
    "play",
    "lightbox",
    "glossary",
    "plan",
    "print",
)


@dataclass(frozen=True)
class Face:
    """A font that npm brought."""

    family: str
    package: str
    cut: str
    style: str = "normal"
    weights: str = "200 800"
    late: str = "optional"  # what a page does with it once it is shown: nothing, so nothing moves

    @property
    def name(self) -> str:
        """The file's name, in the package and on the site."""
        return f"{self.package.rpartition('/')[2]}-{self.cut}.woff2"

    def file(self, modules: Path) -> Path:
        """Give the file where npm put it."""
        return modules / self.package / "files" / self.name

    def rule(self, late: str = "") -> str:
        """Give the rule that makes the font known."""
        return (
            f'@font-face{{font-family:"{self.family}";font-style:{self.style};'
            f"font-weight:{self.weights};font-display:{late or self.late};"
            f'src:url("vendor/{self.name}") format("woff2")}}'
        )


TEXT, CODE = "Atkinson Hyperlegible Next", "Atkinson Hyperlegible Mono"
# Upright letters come in all weights, for headings live by them; slanted ones in the usual weight.
FACES = (
    Face(TEXT, "@fontsource-variable/atkinson-hyperlegible-next", "latin-wght-normal"),
    Face(TEXT, "@fontsource/atkinson-hyperlegible-next", "latin-400-italic", "italic", "400"),
    # What stands in for code is exactly as wide, so the site's own may come at any time.
    Face(CODE, "@fontsource-variable/atkinson-hyperlegible-mono", "latin-wght-normal", late="swap"),
)


def site_css(folder: Path, late: str = "") -> str:
    """Join what every page needs; `late` is what pages do with any font that comes late."""
    fonts = [face.rule(late) for face in FACES]
    fonts += [font.rules() for font in (*STAND_INS, *CODE_STAND_INS)]
    families = (
        f':root{{--md-text-font:"{TEXT}",{_families(STAND_INS)};'
        f"--cv-like-code:{_families(CODE_STAND_INS)}}}"
    )
    # A widget's room is kept from the first, so that nothing moves when the widget comes.
    rooms = sorted((folder.parent / "widgets").glob("*.room.css"))
    sheets = [*(folder / f"{name}.css" for name in EVERYWHERE), *rooms]
    return squeezed("".join([*fonts, families, *(sheet.read_text("utf-8") for sheet in sheets)]))


def home_css(folder: Path) -> str:
    """Give what only the first page needs."""
    return squeezed((folder / "home.css").read_text("utf-8"))


def squeezed(css: str) -> str:
    """Leave out remarks and spare blanks."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r" ?([{};]) ?", r"\1", css).strip() + "\n"


def _families(fonts: tuple[StandIn, ...]) -> str:
    return ",".join(f'"{font.family}"' for font in fonts)
