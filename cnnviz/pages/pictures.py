"""A figure's drawings on a page: one file a theme, with its size."""

from typing import Any

from cnnviz.pages.page import Page
from cnnviz.pages.site import THEMES
from cnnviz.pipeline.step import Step


def pictures(page: Page, name: str, drawings: dict[str, Step]) -> list[dict[str, Any]]:
    """Give what the templates show of a figure whose drawings are made, and have them written."""
    images = []
    for theme in THEMES:
        step = drawings[theme]
        record = page.site.record(step)
        assert record is not None  # only shown where the store has it
        spoken = f".{page.language.code}" if f".{page.language.code}." in step.label else ""
        path = f"assets/figures/{name}{spoken}.{theme}.{step.key}.{record.suffix}"
        size = {"width": record.width, "height": record.height}
        images.append({"theme": theme, "path": page.show(step, path), **size})
    return images
