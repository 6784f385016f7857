"""Tables of the lesson on class activation."""

from cnnviz.lessons.class_activation.results import ChangedSpaces, MarkSeen
from cnnviz.pages.layout import Table, Writer


def changed_spaces(changed_spaces: ChangedSpaces, write: Writer) -> Table:
    """Lay out both networks' accuracy on the test images as they are, mirrored, and changed."""
    return _by_network("changed_spaces", changed_spaces["accuracy"], write)


def mark_evidence(mark_seen: MarkSeen, write: Writer) -> Table:
    """Lay out the share of the evidence that lies on the mark, by network and method."""
    means = {
        taught: {method: share["mean"] for method, share in by_method.items()}
        for taught, by_method in mark_seen["summary"].items()
    }
    return _by_network("mark_evidence", means, write)


def _by_network(table: str, shares: dict[str, dict[str, float]], write: Writer) -> Table:
    """Lay out a row of shares for each network."""
    columns = list(next(iter(shares.values())))
    rows = [
        [*write.heads(table, network), *(write.number(row[name], "percent") for name in columns)]
        for network, row in shares.items()
    ]
    return write.heads(table, "network", *columns), rows
