"""Claims of lesson 2, each checked against the build's own numbers."""

from cnnviz.lessons.convolution import results
from cnnviz.lessons.shared.verdict import verdict
from cnnviz.results import Verdict

SINGLE = 5e-7  # half of the last of seven decimals is lost in single precision


def equals_the_source(source_numbers: results.SourceNumbers) -> Verdict:
    """Every tool gives the source's two numbers, but for rounding in single precision."""
    numbers: dict[str, float] = {}
    apart = 0.0
    for way, theirs in source_numbers["source"].items():
        ours = source_numbers[way]
        apart = max(apart, *(abs(one - theirs) for one in ours.values()))
        numbers |= {way: ours["scipy"], f"{way}_source": theirs}  # the source's are SciPy's
    return verdict(apart < SINGLE, "exact", **numbers, difference=(apart, "scientific"))


def convolution_is_associative(associativity: results.Associativity) -> Verdict:
    """In every draw both orders give the same by convolution, and not by cross-correlation."""
    largest = associativity["convolution"]["largest"]
    smallest = associativity["correlation"]["smallest"]
    holds = largest < 1e-12 and smallest > 0.01
    return verdict(holds, convolution=(largest, "scientific"), correlation=(smallest, "decimal"))


def convolution_is_a_shared_matrix(connections: results.Connections) -> Verdict:
    """A dense layer whose matrix repeats the kernel's few weights gives the same outputs."""
    shared, difference = connections["shared"], connections["difference"]
    few = shared["weights"] == shared["connections"] == connections["kernel"] ** 2
    return verdict(
        few and difference < 1e-9,
        "whole",
        entries=float(connections["dense"]["weights"]),
        nonzero=float(connections["local"]["weights"]),
        different=float(shared["weights"]),
        difference=(difference, "scientific"),
    )


def sizes_follow_the_formula(tried_sizes: dict[str, int]) -> Verdict:
    """PyTorch gives the formula's number where it is whole, and else the whole one below."""
    tried, whole, agree, below = (
        float(tried_sizes[of]) for of in ("tried", "whole", "whole_agree", "rounded_down")
    )
    holds = agree == whole > 0 and below == tried - whole > 0
    return verdict(holds, "whole", tried=tried, whole=agree, rounded_down=below)


def filters_tell_edges_apart(edges_two_tone: results.TwoTone) -> Verdict:
    """Each filter answers to the edge of its own direction, and not at all to the other."""
    strongest = {
        f"{picture}_{which}": float(abs(edges_two_tone[f"{picture}.{which}"]).max())
        for picture in ("upright", "lying")
        for which in ("vertical", "horizontal")
    }
    own = min(strongest["upright_vertical"], strongest["lying_horizontal"])
    other = max(strongest["upright_horizontal"], strongest["lying_vertical"])
    return verdict(own > 0 and other == 0, "decimal", **strongest)
