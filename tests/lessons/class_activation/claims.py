"""Cases for the claims of the lesson on class activation."""

from tests.lessons.repeats import repeats


def accuracies(full, augmented):
    return {
        "accuracy": {
            "full": {"original": 0.96, "changed": full},
            "augmented": {"original": 0.9, "changed": augmented},
        }
    }


def tested(clean, marked):
    """Give accuracies where the mark agrees and where it misleads, for both networks."""
    both = {"clean": clean, "marked": marked}
    return {
        "summary": {
            taught: {"agreeing": repeats(agreeing), "misleading": repeats(misleading)}
            for taught, (agreeing, misleading) in both.items()
        }
    }


def seen(clean, marked, grad_cam=0.0):
    shares = {"clean": clean, "marked": marked}
    return {
        "area": 0.01,
        "summary": {
            taught: {"grad_cam": repeats(grad_cam), "occlusion": repeats(share)}
            for taught, share in shares.items()
        },
    }


def deleted(grad_cam, random):
    return {"summary": {"deletion": {"grad_cam": repeats(*grad_cam), "random": repeats(*random)}}}


def forgotten(grad_cam, width=0.01):
    depths = {"0": repeats(1.0), "1": repeats(grad_cam, width)}
    return {"layers": ["", "scores"], "summary": {"grad_cam": depths, "guided": depths}}


# For each claim a result that it is true of, and results that it is not true of.
CASES = {
    "grad_cam_is_cam": (
        {"differences": {"cat": 1e-7, "cup": 2e-7}},
        [{"differences": {"cat": 1e-7, "cup": 1e-2}}],
    ),
    "augmented_network_loses_less": (
        accuracies(full=0.85, augmented=0.89),
        [accuracies(full=0.95, augmented=0.85), accuracies(full=0.9, augmented=0.84)],
    ),
    "mark_decides": (
        tested(clean=(0.96, 0.96), marked=(0.93, 0.76)),
        [
            tested(clean=(0.96, 0.96), marked=(0.93, 0.9)),
            tested(clean=(0.96, 0.9), marked=(0.93, 0.7)),
        ],
    ),
    "map_finds_the_mark": (
        seen(clean=0.001, marked=0.25),
        [seen(clean=0.001, marked=0.04), seen(clean=0.2, marked=0.25)],
    ),
    "grad_cam_misses_the_mark": (
        seen(clean=0.0, marked=0.25, grad_cam=0.01),
        [seen(clean=0.0, marked=0.25, grad_cam=0.2), seen(clean=0.0, marked=0.0)],
    ),
    "map_beats_random_order": (
        deleted(grad_cam=(0.5,), random=(0.8,)),
        [
            deleted(grad_cam=(0.8,), random=(0.5,)),
            deleted(grad_cam=(0.5, 0.2), random=(0.8, 0.2)),  # less on average, but they overlap
        ],
    ),
    "map_changes_when_forgetting": (
        forgotten(0.1),
        [forgotten(0.8), forgotten(0.4, width=0.2)],
    ),
}
