"""The notebooks that readers download run from top to bottom."""

import ast
import tomllib

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell
from nbclient import NotebookClient
from traitlets.config import Config

from tests.builds import ROOT
from tests.course import LESSONS

FORMAT = tomllib.loads((ROOT / "docs" / ".ruff.toml").read_text())
COLUMNS = FORMAT["line-length"]  # tests/browser/test_walk.py holds that so many fit


def notebook(built, lesson, language):
    file = built.site / "assets" / "notebooks" / f"{lesson}.{language}.ipynb"
    return nbformat.read(file, as_version=4)


def code(cells):
    """What the code cells do: their syntax trees, with every text made the same."""
    trees = [ast.parse(cell.source) for cell in cells if cell.cell_type == "code"]
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):  # the words around what is filled in
                node.values = [v for v in node.values if isinstance(v, ast.FormattedValue)]
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                node.value = ""
    return [ast.dump(tree) for tree in trees]


# The kernel's own libraries warn about event loops; the notebook's cells cannot help it.
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning")
def test_a_notebook_runs_in_jupyter(built, tmp_path):
    book = notebook(built, LESSONS[0], "en")

    NotebookClient(book, timeout=120, resources={"metadata": {"path": tmp_path}}).execute()

    cells = [cell for cell in book.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in cells)


@pytest.mark.filterwarnings("ignore")  # in Jupyter too, a warning stops no notebook
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_notebook_runs_from_top_to_bottom(built, lesson, tmp_path, monkeypatch):
    """Without a kernel, whose start takes longer than most notebooks."""
    cells = [c.source for c in notebook(built, lesson, "en").cells if c.cell_type == "code"]
    assert len(cells) >= 3
    monkeypatch.chdir(tmp_path)
    # Without a history, which would be kept in the home of whoever tests.
    shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
    for cell in cells:
        shell.run_cell(cell).raise_error()


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_languages_share_the_code_but_for_its_words(built, lesson):
    versions = [code(notebook(built, lesson, language).cells) for language in ("pt", "es", "en")]

    assert versions[0] == versions[1] == versions[2]


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_line_of_code_is_wider_than_its_column_on_the_page(built, lesson):
    cells = [cell for lang in ("pt", "es", "en") for cell in notebook(built, lesson, lang).cells]
    lines = [line for c in cells if c.cell_type == "code" for line in c.source.splitlines()]

    assert lines
    assert not [line for line in lines if len(line) > COLUMNS]
