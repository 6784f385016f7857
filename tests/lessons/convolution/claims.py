"""Cases for the claims of lesson 2."""

import numpy as np

SOURCE = {"correlation": -1.1026558, "convolution": -0.2611365}


def two_ways(correlation=-1.1026557, convolution=-0.2611365):
    tools = ("ours", "pytorch", "scipy")
    return {
        "source": SOURCE,
        "correlation": dict.fromkeys(tools, SOURCE["correlation"]) | {"ours": correlation},
        "convolution": dict.fromkeys(tools, SOURCE["convolution"]) | {"pytorch": convolution},
    }


def associativity(convolution, correlation):
    return {"convolution": {"largest": convolution}, "correlation": {"smallest": correlation}}


def connections(difference=0.0, shared=9, seen=9):
    return {
        "kernel": 3,
        "difference": difference,
        "dense": {"weights": 225},
        "local": {"weights": 81},
        "shared": {"weights": shared, "connections": seen},
    }


def sizes(whole=4, whole_agree=4, rounded_down=2):
    return {"tried": 6, "whole": whole, "whole_agree": whole_agree, "rounded_down": rounded_down}


def edges(own=3.0, other=0.0, lying_own=-3.0):
    return {
        "upright.vertical": np.array([0.0, own]),
        "upright.horizontal": np.array([0.0, other]),
        "lying.vertical": np.array([0.0, 0.0]),
        "lying.horizontal": np.array([lying_own, 0.0]),
    }


# For each claim a result that it is true of, and results that it is not true of.
CASES = {
    "equals_the_source": (
        two_ways(),
        [two_ways(correlation=-1.1026), two_ways(convolution=-0.2611375)],
    ),
    "convolution_is_associative": (
        associativity(1e-14, 0.8),
        [associativity(1e-3, 0.8), associativity(1e-14, 1e-14)],
    ),
    "convolution_is_a_shared_matrix": (
        connections(),
        [connections(difference=0.1), connections(shared=81), connections(seen=25)],
    ),
    "sizes_follow_the_formula": (
        sizes(),
        [sizes(whole_agree=3), sizes(rounded_down=1), sizes(whole=6, whole_agree=6)],
    ),
    "filters_tell_edges_apart": (
        edges(),
        [edges(own=0.0), edges(other=0.5), edges(lying_own=0.0)],
    ),
}
