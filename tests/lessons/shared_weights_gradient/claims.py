"""Cases for the claims of lesson 4."""

from tests.lessons.repeats import repeats


def paths(shared=1.0, nudged=1.0, first=4.0):
    return {
        "hand": {"1": 4.0, "2": -3.0, "sum": 1.0, "mean": 0.5},
        "autograd": {"1": first, "2": -3.0, "sum": shared, "mean": 0.5},
        "differences": {"sum": nudged},
    }


def places(difference=1e-17, autograd=0.015):
    return {"sum": 0.015, "autograd": autograd, "difference": difference}


def differences(difference=1e-9, gradient=0.01):
    return {"summary": {"weights": 200, "difference": difference, "gradient": gradient}}


def likeness(gain=(0.25,), advantage=(0.17,), stayed=1.0):
    control = {
        "original": repeats(0.5),
        "remapped": repeats(0.35),
        "advantage": repeats(*advantage),
    }
    return {
        "summary": {
            "start": repeats(0.3),
            "end": repeats(0.55),
            "gain": repeats(*gain),
            "stayed": repeats(stayed),
            "alike": repeats(0.8),
            "control": control,
        }
    }


# For each claim a result that it is true of, and results that it is not true of.
CASES = {
    "two_paths_add_up": (
        paths(),
        [paths(shared=0.5), paths(nudged=1.1), paths(first=4.1)],  # 0.5 is the mean
    ),
    "gradient_is_the_sum_over_places": (
        places(),
        [places(difference=1e-3), places(autograd=0.0)],  # no gradient at all shows nothing
    ),
    "differences_agree": (
        differences(),
        [differences(difference=1e-5), differences(gradient=1e-7)],
    ),
    "filters_become_lines": (likeness(), [likeness(gain=(-0.1,)), likeness(gain=(0.1, 0.2))]),
    "lines_need_neighbours": (
        likeness(),
        [likeness(advantage=(-0.1,)), likeness(advantage=(0.1, 0.2))],
    ),
    "filters_stay_near_their_start": (likeness(), [likeness(stayed=0.5)]),
}
