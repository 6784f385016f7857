"""Fonts that readers have, at the measures of the site's own.

Where the site's letters of text are late, these stay for as long as the page is open. Those of
code make way for the site's, which are as wide to the last one: nothing moves.
"""

from dataclasses import dataclass

# What the site's typefaces need above and below the line, in their own size (their table `hhea`).
ASCENT, DESCENT = 0.984, 0.316
ADVANCE = 0.632  # of every letter of code (its table `hmtx`)
CUTS = ("font-weight:200 550", "font-weight:551 800", "font-style:italic")
ONE_CUT = ("font-weight:200 800",)


@dataclass(frozen=True)
class StandIn:
    """A font of the reader's machine, under any of its names."""

    names: tuple[tuple[str, ...], ...]  # a cut
    sizes: tuple[float, ...]  # at which it runs as wide as the site's
    cuts: tuple[str, ...] = CUTS

    @property
    def family(self) -> str:
        """The name by which styles know it at these measures."""
        return f"Like {self.names[0][0]}"

    def rules(self) -> str:
        """Give the rules that make it known, one a cut."""
        return "".join(
            f'@font-face{{font-family:"{self.family}";{cut};size-adjust:{size:.2%};'
            f"ascent-override:{ASCENT / size:.1%};descent-override:{DESCENT / size:.1%};"
            f"line-gap-override:0%;src:{_places(names)}}}"
            for cut, names, size in zip(self.cuts, self.names, self.sizes, strict=True)
        )


def _places(names: tuple[str, ...]) -> str:
    return ",".join(f'local("{name}")' for name in names)


def _of_code(advance: float, *names: str) -> StandIn:
    """Give a font whose letters are all `advance` wide, made as wide as the site's."""
    return StandIn((names,), (ADVANCE / advance,), ONE_CUT)


# In the order of the systems that have them: Windows, macOS and iOS; Android; newer and older
# Linux. Their sizes are measured on our prose: `tests/browser/test_standins.py` measures those
# that a machine has.
STAND_INS = (
    StandIn(
        (
            ("Arial", "Liberation Sans", "Helvetica"),
            ("Arial Bold", "Liberation Sans Bold", "Helvetica Bold"),
            ("Arial Italic", "Liberation Sans Italic", "Helvetica Oblique"),
        ),
        (0.987, 0.992, 0.987),
    ),
    StandIn(
        (("Roboto", "Roboto Regular"), ("Roboto Bold",), ("Roboto Italic",)), (0.994, 1.054, 1.023)
    ),
    StandIn(
        (("Noto Sans", "Noto Sans Regular"), ("Noto Sans Bold",), ("Noto Sans Italic",)),
        (0.940, 0.953, 0.993),
    ),
    StandIn(
        (("DejaVu Sans",), ("DejaVu Sans Bold",), ("DejaVu Sans Oblique",)), (0.871, 0.831, 0.869)
    ),
)
# Windows; macOS and iOS; Android; newer and older Linux; what most others have.
CODE_STAND_INS = (
    _of_code(1126 / 2048, "Consolas"),
    _of_code(1233 / 2048, "Menlo", "Menlo Regular"),
    _of_code(1229 / 2048, "Droid Sans Mono", "Roboto Mono"),
    _of_code(600 / 1000, "Noto Sans Mono", "Noto Sans Mono Regular"),
    _of_code(1233 / 2048, "DejaVu Sans Mono"),
    _of_code(1229 / 2048, "Liberation Mono", "Courier New"),
)
