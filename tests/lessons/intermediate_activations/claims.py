"""Cases for the claims of lesson 7."""

from tests.lessons.repeats import repeats


def drawn(*runs):
    """Give R² of each run, layer by layer, from the input on."""
    layers = ["input", "relu1", "scores"]
    rows = [
        {"seed": seed, "depth": depth, "network": "lenet5", "layer": layers[depth], "r2": r2}
        for seed, run in enumerate(runs)
        for depth, r2 in enumerate(run)
    ]
    summary = {layer: {"r2": repeats(runs[0][at])} for at, layer in enumerate(layers)}
    return {
        "layers": {"lenet5": layers},
        "runs": rows,
        "summary": {"lenet5": summary},
    }


def sparse(network, share, *runs, other=0.0):
    """Give a share of each run, activation by activation; the last of them is dense."""
    layers = [f"relu{at}" for at in range(1, len(runs[0]) + 1)]
    rows = [
        {
            "network": network,
            "seed": seed,
            "trained": True,
            "layer": layer,
            "kind": "activation",
            share: value,
        }
        for seed, run in enumerate(runs)
        for layer, value in zip(layers, run, strict=True)
    ]
    # As the untrained networks were does not matter.
    rows += [row | {"trained": False, share: 1.0} for row in rows]
    summary = {
        layer: {share: repeats(value), "silent": repeats(other)}
        for layer, value in zip(layers, runs[0], strict=True)
    }
    return {"layers": {network: layers}, "runs": rows, "summary": {network: summary}}


# For each claim a result that it is true of, and results that it is not true of.
CASES = {
    "first_layer_keeps_picture": (
        drawn((0.99, 0.98, 0.3), (0.99, 0.975, 0.3)),
        [drawn((0.99, 0.98, 0.3), (0.99, 0.96, 0.3)), drawn((0.89, 0.89, 0.3))],
    ),
    "deeper_layers_keep_less": (
        drawn((0.99, 0.9, 0.3), (0.99, 0.8, 0.4)),
        [drawn((0.99, 0.9, 0.3), (0.99, 0.4, 0.4))],
    ),
    "digit_zeros_stop_growing": (
        sparse("lenet5", "zeros", (0.3, 0.5, 0.4), (0.3, 0.2, 0.4)),
        [sparse("lenet5", "zeros", (0.3, 0.5, 0.4), (0.3, 0.4, 0.5))],
    ),
    "parking_blanks_grow": (
        sparse("chollet_convnet", "blank", (0.1, 0.2, 0.0), (0.2, 0.1, 0.1)),
        [sparse("chollet_convnet", "blank", (0.2, 0.1, 0.9), (0.1, 0.3, 0.9))],
    ),
    "most_blanks_are_silent": (
        sparse("chollet_convnet", "blank", (0.5, 0.9), other=0.4),
        [sparse("chollet_convnet", "blank", (0.5, 0.9), other=0.2)],
    ),
}
