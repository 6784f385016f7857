"""Claims of lesson 2, each checked against the build's own numbers.

A claim gives whether it holds, and the numbers it looked at with the unit to show them in.
"""

from typing import Any

from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict

SINGLE = 5e-7  # half of the last of seven decimals is lost in single precision


def equals_the_source(source_numbers: dict[str, Any]) -> Verdict:
    """Every tool gives the source's two numbers, but for rounding in single precision."""
    numbers: dict[str, tuple[float, str]] = {}
    apart = []
    for way in ("correlation", "convolution"):
        theirs = source_numbers["source"][way]
        apart += [abs(ours - theirs) for ours in source_numbers[way].values()]
        # The source's numbers are SciPy's.
        numbers |= {
            way: (source_numbers[way]["scipy"], "exact"),
            f"{way}_source": (theirs, "exact"),
        }
    return verdict(max(apart) < SINGLE, **numbers, difference=(max(apart), "scientific"))


def convolution_is_associative(associativity: dict[str, Any]) -> Verdict:
    """In every draw both orders give the same by convolution, and not by cross-correlation."""
    largest, smallest = (
        associativity["convolution"]["largest"],
        associativity["correlation"]["smallest"],
    )
    return verdict(
        largest < 1e-12 and smallest > 0.01,
        convolution=(largest, "scientific"),
        correlation=(smallest, "decimal"),
    )


def convolution_is_a_shared_matrix(connections: dict[str, Any]) -> Verdict:
    """A dense layer whose matrix repeats the kernel's few weights gives the same outputs."""
    of_kernel = connections["kernel"] ** 2
    counted = connections["shared"]
    return verdict(
        connections["difference"] < 1e-9
        and counted["weights"] == counted["connections"] == of_kernel,
        entries=(float(connections["dense"]["weights"]), "whole"),
        nonzero=(float(connections["local"]["weights"]), "whole"),
        different=(float(counted["weights"]), "whole"),
        difference=(connections["difference"], "scientific"),
    )


def sizes_follow_the_formula(tried_sizes: dict[str, Any]) -> Verdict:
    """PyTorch gives the formula's number where it is whole, and else the whole one below."""
    broken = tried_sizes["tried"] - tried_sizes["whole"]
    return verdict(
        tried_sizes["whole_agree"] == tried_sizes["whole"] > 0
        and tried_sizes["rounded_down"] == broken > 0,
        tried=(float(tried_sizes["tried"]), "whole"),
        whole=(float(tried_sizes["whole_agree"]), "whole"),
        rounded_down=(float(tried_sizes["rounded_down"]), "whole"),
    )


def filters_tell_edges_apart(edges_two_tone: dict[str, Any]) -> Verdict:
    """Each filter answers to the edge of its own direction, and not at all to the other."""
    strongest = {
        f"{picture}_{which}": float(abs(edges_two_tone[f"{picture}.{which}"]).max())
        for picture in ("upright", "lying")
        for which in ("vertical", "horizontal")
    }
    own = min(strongest["upright_vertical"], strongest["lying_horizontal"])
    other = max(strongest["upright_horizontal"], strongest["lying_vertical"])
    numbers = {name: (value, "decimal") for name, value in strongest.items()}
    return verdict(own > 0 and other == 0, **numbers)
