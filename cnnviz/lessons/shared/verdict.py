"""What a claim gives: whether it holds, and the numbers it looked at."""

from typing import Any

Verdict = dict[str, Any]


def verdict(holds: bool, **numbers: tuple[float, str]) -> Verdict:
    """Give a claim's answer; each number comes with its unit."""
    shown = {name: {"value": value, "unit": unit} for name, (value, unit) in numbers.items()}
    return {"holds": bool(holds), "numbers": shown}
