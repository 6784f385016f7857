"""Fonts that readers have, at the measures of the site's own: they stand in until that is there.

So no line breaks anew, and nothing moves, when the site's letters come late.
"""

from dataclasses import dataclass

# What the site's typeface needs above and below the line, in its own size (its table `hhea`).
ASCENT, DESCENT = 0.984, 0.316
CUTS = ("font-weight:200 550", "font-weight:551 800", "font-style:italic")


@dataclass(frozen=True)
class StandIn:
    """A font of the reader's machine, under any of its names."""

    names: tuple[tuple[str, ...], ...]  # upright, bold and slanted
    sizes: tuple[float, ...]  # at which it runs as wide as the site's: measured on our prose

    @property
    def family(self) -> str:
        """The name by which styles know it at these measures."""
        return f"Like {self.names[0][0]}"

    def rules(self) -> str:
        """Give the rules that make it known, one a cut."""
        return "".join(
            f'@font-face{{font-family:"{self.family}";{cut};size-adjust:{size:.1%};'
            f"ascent-override:{ASCENT / size:.1%};descent-override:{DESCENT / size:.1%};"
            f"line-gap-override:0%;src:{_places(names)}}}"
            for cut, names, size in zip(CUTS, self.names, self.sizes, strict=True)
        )


def _places(names: tuple[str, ...]) -> str:
    return ",".join(f'local("{name}")' for name in names)


# In the order of the systems that have them: Windows, macOS and iOS; Android; newer and older
# Linux. `tests/browser/test_standins.py` measures those that a machine has.
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
