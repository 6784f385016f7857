"""What a claim gives: whether it holds, and the numbers it looked at."""

from collections.abc import Sequence

from cnnviz.results import Number, Summary, Verdict


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


def ahead(unit: str, **measures: Sequence[Summary]) -> Verdict:
    """Say whether the first of two is above the second wherever they are compared.

    Nowhere may their intervals overlap. The numbers are those where the two are closest.

    ahead("percent", cnn=[left, right], mlp=[left, right])
    """
    (above, ours), (below, theirs) = measures.items()
    pairs = zip(ours, theirs, strict=True)
    mine, other = min(pairs, key=lambda pair: pair[0]["low"] - pair[1]["high"])
    numbers = {above: mine["mean"], f"{above}_low": mine["low"]}
    numbers |= {below: other["mean"], f"{below}_high": other["high"]}
    return verdict(mine["low"] > other["high"], unit, **numbers)
