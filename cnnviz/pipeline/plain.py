"""A result as plain numbers, for the reader who wants to compute with them."""

from typing import Any


def plain(result: dict[str, Any]) -> dict[str, Any]:
    """Turn arrays into nested lists; everything else stays as it is."""
    return {
        name: value.tolist() if hasattr(value, "tolist") else value
        for name, value in result.items()
    }
