"""A lesson's notebook: its title, the headings and tasks around its cells, and the cells."""

import json
import re

from cnnviz.pages.page import Page

PARTS = re.compile(
    r"^```python cell\n(?P<code>.*?)^```$"
    r"|^(?P<heading>#{2,3} [^\n{]+)"
    r"|\{% call task\([^)]*title=\"(?P<title>[^\"]+)\"\) %\}(?P<task>.*?)\{% endcall %\}",
    re.MULTILINE | re.DOTALL,
)


def notebook(page: Page) -> bytes:
    """Write the notebook of a lesson as nbformat 4.5.

    A heading is kept only where a cell or a task follows it.
    """
    head = page.source.head
    repository = page.site.links.repository
    setup = page.words("notebook.setup_here" if repository else "notebook.setup")
    cells = [_markdown(0, f"# {head['title']}\n\n{head['question']}\n\n{setup}")]
    if repository:
        cells.append(_code(1, f'%pip install --quiet "cnnviz[data,imagenet] @ git+{repository}"'))
    heading = ""
    for match in PARTS.finditer(page.source.body):
        if match["heading"]:
            heading = match["heading"].strip()
            continue
        if heading:
            cells.append(_markdown(len(cells), heading))
            heading = ""
        if match["code"] is not None:
            cells.append(_code(len(cells), match["code"].strip("\n")))
        else:
            cells.append(_markdown(len(cells), f"**{match['title']}**\n\n{match['task'].strip()}"))
    content = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _markdown(number: int, text: str) -> dict[str, object]:
    return {"cell_type": "markdown", "id": f"cell-{number}", "metadata": {}, "source": text}


def _code(number: int, text: str) -> dict[str, object]:
    return {
        "cell_type": "code",
        "id": f"cell-{number}",
        "metadata": {},
        "execution_count": None,
        "outputs": [],
        "source": text,
    }
