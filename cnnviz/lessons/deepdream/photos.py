"""DeepDream on one photograph of several."""

from typing import Any


def by_stage(dreams: list[dict[str, Any]], untrained: dict[str, Any], photo: int) -> dict[str, Any]:
    """Put the dreams of several stages on one photograph side by side, and an untrained one's.

    `photo` counts from 0 in the dreams. The untrained network dreamt on that photograph only.
    """
    return {
        "network": dreams[0]["network"],
        "original": dreams[0]["originals"][photo],
        "pictures": {str(dream["stage"]): dream["pictures"][photo] for dream in dreams},
        "untrained": untrained["pictures"][0],
        "untrained_stage": untrained["stage"],
        "runs": [dream["runs"][photo] for dream in dreams],
    }
