"""The call that puts the lab on a page: its words, and the files that it fetches."""

import json

from cnnviz.pages.blocks import Call
from cnnviz.pages.page import PENDING, Page

# By the name under which the page's script looks for it.
FILES = {"networks": "lab_networks", "remapped": "lab_remapped", "digits": "lab_digits"}


class Lab:
    """The lab's call. Its method is a name in the template of a page."""

    def __init__(self, page: Page):
        self._page = page

    def lab(self, *, caller: Call) -> str:
        """Show the lab; what stands in the block is for readers without JavaScript."""
        page = self._page
        steps = {
            name: page.site.result(page.find("result", result), {})
            for name, result in FILES.items()
        }
        if not page.ask("lab", "lab", {}, *steps.values()):
            reason = page.failure(*steps.values())
            return page.markup("problem", message=reason) if reason else PENDING
        files = {name: f"assets/lab/{name}.{step.key}.safetensors" for name, step in steps.items()}
        for name, path in files.items():
            page.show(steps[name], path)
        words = page.words.table("lab") | page.words.table("networks") | page.words.table("noise")
        return page.markup(
            "lab",
            files=json.dumps(files),
            words=json.dumps(words, ensure_ascii=False),
            body=caller().strip(),
        )
