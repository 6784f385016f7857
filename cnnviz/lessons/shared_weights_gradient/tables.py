"""Tables of the gradient of shared weights."""

from cnnviz.lessons.shared_weights_gradient.results import TwoPaths
from cnnviz.pages.layout import Table, Writer

ROWS = {"path_1": "1", "path_2": "2", "sum": "sum", "mean": "mean"}


def two_paths(two_paths: TwoPaths, write: Writer) -> Table:
    """Lay out the worked example: by hand, by autograd, and by central differences."""
    ways = (two_paths["hand"], two_paths["autograd"], two_paths["differences"])
    rows = [
        [name, *(write.number(way[row], "short") if row in way else "–" for way in ways)]
        for name, row in zip(write.heads("two_paths", *ROWS), ROWS.values(), strict=True)
    ]
    return write.heads("two_paths", "what", "hand", "autograd", "differences"), rows
