"""Claims of lesson 2, each checked against the build's own numbers.

A claim gives whether it holds, and the numbers it looked at with the unit to show them in.
"""

from typing import Any

from cnnviz.lessons.shared.verdict import Verdict, verdict

SINGLE = 5e-7  # half of the last of seven decimals is lost in single precision


def equals_the_source(result: dict[str, Any]) -> Verdict:
    """Every tool gives the source's two numbers, but for rounding in single precision."""
    numbers: dict[str, tuple[float, str]] = {}
    apart = []
    for way in ("correlation", "convolution"):
        theirs = result["source"][way]
        apart += [abs(ours - theirs) for ours in result[way].values()]
        # The source's numbers are SciPy's.
        numbers |= {way: (result[way]["scipy"], "exact"), f"{way}_source": (theirs, "exact")}
    return verdict(max(apart) < SINGLE, **numbers, difference=(max(apart), "scientific"))


def convolution_is_associative(result: dict[str, Any]) -> Verdict:
    """In every draw both orders give the same by convolution, and not by cross-correlation."""
    largest, smallest = result["convolution"]["largest"], result["correlation"]["smallest"]
    return verdict(
        largest < 1e-12 and smallest > 0.01,
        convolution=(largest, "scientific"),
        correlation=(smallest, "decimal"),
    )


def convolution_is_a_shared_matrix(result: dict[str, Any]) -> Verdict:
    """A dense layer whose matrix repeats the kernel's few weights gives the same outputs."""
    of_kernel = result["kernel"] ** 2
    counted = result["shared"]
    return verdict(
        result["difference"] < 1e-9 and counted["weights"] == counted["connections"] == of_kernel,
        entries=(float(result["dense"]["weights"]), "whole"),
        nonzero=(float(result["local"]["weights"]), "whole"),
        different=(float(counted["weights"]), "whole"),
        difference=(result["difference"], "scientific"),
    )


def sizes_follow_the_formula(result: dict[str, Any]) -> Verdict:
    """PyTorch gives the formula's number where it is whole, and else the whole one below."""
    broken = result["tried"] - result["whole"]
    return verdict(
        result["whole_agree"] == result["whole"] > 0 and result["rounded_down"] == broken > 0,
        tried=(float(result["tried"]), "whole"),
        whole=(float(result["whole_agree"]), "whole"),
        rounded_down=(float(result["rounded_down"]), "whole"),
    )


def filters_tell_edges_apart(result: dict[str, Any]) -> Verdict:
    """Each filter answers to the edge of its own direction, and not at all to the other."""
    strongest = {
        f"{picture}_{which}": float(abs(result[f"{picture}.{which}"]).max())
        for picture in ("upright", "lying")
        for which in ("vertical", "horizontal")
    }
    own = min(strongest["upright_vertical"], strongest["lying_horizontal"])
    other = max(strongest["upright_horizontal"], strongest["lying_vertical"])
    numbers = {name: (value, "decimal") for name, value in strongest.items()}
    return verdict(own > 0 and other == 0, **numbers)
