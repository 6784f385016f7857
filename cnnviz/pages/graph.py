"""The plan of a build as a picture: four columns of groups, joined by what stands on what.

It is SVG among the page's markup, in the page's own colours, so that it follows the theme.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from cnnviz.pages.plan import COLUMNS, Group, Name, Plan

WIDTH, HEAD = 560, 34  # px, as figures are; the head has the columns' names
LEFT = {"data": 0, "trainings": 128, "results": 274, "shown": 428}
BAR, LEAST, GAP = 8, 36, 6  # px: a group's width, least height, and distance to the next
THINNEST = 0.6


@dataclass
class Box:
    """Where a group stands, and how far down its links have filled either side."""

    left: float
    top: float
    height: float
    incoming: float = 0
    outgoing: float = 0


def graph(
    plan: Plan, label: Callable[[Group], str], heads: dict[str, str], told: Callable[[Group], str]
) -> str:
    """Draw the plan: `label` names a group, `told` gives the line below, `heads` the columns."""
    height = max(_least(plan, column) for column in COLUMNS)
    boxes = {name: box for column in COLUMNS for name, box in _column(plan, column, height)}
    parts = [
        f'<text class="cv-plan__head" x="{LEFT[column]}" y="16">{escape(heads[column])}</text>'
        for column in COLUMNS
    ]
    parts += _links(plan, boxes)
    for name, group in plan.groups.items():
        box = boxes[name]
        parts.append(
            f'<rect class="cv-plan__{group.column}" x="{box.left}" y="{box.top:.1f}"'
            f' width="{BAR}" height="{box.height:.1f}" rx="2"/>'
        )
        middle = box.top + box.height / 2
        for text, down, kind in ((label(group), -3, "name"), (told(group), 14, "told")):
            at = f'x="{box.left + BAR + 6}" y="{middle + down:.1f}"'
            parts.append(f'<text class="cv-plan__{kind}" {at}>{escape(text)}</text>')
    size = f'viewBox="0 0 {WIDTH} {height + HEAD:.0f}"'
    return f'<svg class="cv-plan" {size} aria-hidden="true">{"".join(parts)}</svg>'


def _groups(plan: Plan, column: str) -> dict[Name, Group]:
    return {name: group for name, group in plan.groups.items() if group.column == column}


def _least(plan: Plan, column: str) -> float:
    return len(_groups(plan, column)) * (LEAST + GAP)


def _column(plan: Plan, column: str, height: float) -> list[tuple[Name, Box]]:
    """Stack a column's groups: what is left above the least heights goes by their steps."""
    groups = _groups(plan, column)
    every = sum(group.steps for group in groups.values()) or 1
    left_over = height - _least(plan, column)
    top: float = HEAD
    stack = []
    for name, group in groups.items():
        tall = LEAST + left_over * group.steps / every
        stack.append((name, Box(LEFT[column], top, tall)))
        top += tall + GAP
    return stack


def _links(plan: Plan, boxes: dict[Name, Box]) -> list[str]:
    """Draw a band for each link, as wide as it is strong, side by side at both ends."""
    out: dict[Name, int] = {}
    into: dict[Name, int] = {}
    for (start, end), strength in plan.links.items():
        out[start] = out.get(start, 0) + strength
        into[end] = into.get(end, 0) + strength
    ends = [(boxes[name].height, total) for side in (out, into) for name, total in side.items()]
    scale = min((height / total for height, total in ends), default=1)
    parts = []
    places = list(boxes)
    for (start, end), strength in sorted(
        plan.links.items(), key=lambda link: (places.index(link[0][0]), places.index(link[0][1]))
    ):
        one, other = boxes[start], boxes[end]
        wide = strength * scale
        x1, x2 = one.left + BAR, other.left
        y1 = one.top + (one.height - out[start] * scale) / 2 + one.outgoing + wide / 2
        y2 = other.top + (other.height - into[end] * scale) / 2 + other.incoming + wide / 2
        one.outgoing += wide
        other.incoming += wide
        bend = (x2 - x1) / 2
        parts.append(
            f'<path class="cv-plan__link cv-plan__link--{start[0]}"'
            f' stroke-width="{max(wide, THINNEST):.1f}"'
            f' d="M{x1} {y1:.1f}C{x1 + bend:.0f} {y1:.1f} {x2 - bend:.0f} {y2:.1f} {x2} {y2:.1f}"/>'
        )
    return parts
