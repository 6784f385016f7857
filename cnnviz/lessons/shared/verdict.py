"""What a claim gives: whether it holds, and the numbers it looked at."""

from cnnviz.results import Number, Verdict


def verdict(holds: bool, unit: str = "", /, **numbers: float | tuple[float, str]) -> Verdict:
    """Give a claim's answer: its numbers in one unit, or in others where they bring their own.

    verdict(low > 0, "points", loss=mean, low=low, chance=(0.1, "percent"))
    """
    told = {
        name: number if isinstance(number, tuple) else (number, unit)
        for name, number in numbers.items()
    }
    shown: dict[str, Number] = {
        name: {"value": value, "unit": own} for name, (value, own) in told.items()
    }
    return {"holds": bool(holds), "numbers": shown}
