"""A measure over an amount: every run a dot, the mean a line, its 95 % interval a band."""

from typing import Any

from matplotlib.axes import Axes


def band(
    axes: Axes,
    dots: list[tuple[float, float]],
    means: dict[float, dict[str, float]],
    shape: str,
    colour: str,
    size: float = 4.5,
) -> None:
    """Draw the runs as (amount, value), and their means by amount."""
    amounts = sorted(means)
    low, high = ([means[amount][end] for amount in amounts] for end in ("low", "high"))
    quiet: dict[str, Any] = {"color": colour, "linewidth": 0}
    axes.fill_between(amounts, low, high, alpha=0.18, **quiet)
    across, values = zip(*dots, strict=True)
    axes.plot(across, values, shape, color=colour, ms=size, alpha=0.55, mew=0, clip_on=False)
    line = [means[amount]["mean"] for amount in amounts]
    axes.plot(amounts, line, color=colour, linewidth=2.5)


def moved(result: dict[str, Any], network: str, way: str, measure: str) -> dict[str, Any]:
    """Give the dots and means of one network and one way of moving, for `band`."""
    mine = [r for r in result["runs"] if (r["network"], r["transform"]) == (network, way)]
    means = result["summary"][network][way]
    return {
        "dots": [(row["amount"], row[measure]) for row in mine],
        "means": {float(amount): each[measure] for amount, each in means.items()},
    }
