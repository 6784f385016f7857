"""From lessons to a tree of Markdown: rendered, built, rendered again, and never in vain."""

import json
import re

import nbformat
import pytest

from cnnviz.pages import generate
from cnnviz.pages.explain import explanations
from cnnviz.pages.generate import build_json
from cnnviz.pages.page import Page
from cnnviz.pages.problems import SiteError
from cnnviz.pages.render import render
from tests.projects import Project

LETTERS = '{{ figure("remap_letters", alt="Letters before and after.", caption="Letters.") }}'
BODY = f"""Text with $x^2$.

{LETTERS}

{{{{ notebook() }}}}

## Try {{#try}}

```python cell
print(1 + 1)  # $not a formula$ [@nor a citation]
```

{{% call task("more", title="More") %}}Print three.{{% endcall %}}
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def project(tmp_path, store):
    return Project(tmp_path, store)


@pytest.fixture
def tree(project):
    project.write(BODY)
    return project.generate()


def edit_letters(project, text, other):
    """Change what stands first among the words of the drawing."""
    file = project.docs / "words" / "pixel-remap.toml"
    before, table, after = file.read_text().partition("[figures.remap_letters]")
    assert text in after
    file.write_text(before + table + after.replace(text, other, 1))


def test_writes_every_page_in_every_language(tree):
    _, written = tree

    pages = {path for path in written if path.endswith(".md")}

    names = ("about.md", "lessons/tiny.md")
    assert pages == {folder + name for folder in ("", "es/", "en/") for name in names}


def test_every_link_of_the_tree_leads_to_a_file(tree):
    from posixpath import dirname, join, normpath

    _, written = tree

    for path, data in written.items():
        if path.endswith("tiny.md"):
            links = re.findall(r"\]\(([^)#]+)\)", data.decode())
            assert links
            for link in links:
                if not link.startswith("http"):
                    assert normpath(join(dirname(path), link)) in written, link


def test_figures_come_in_both_themes_and_each_language_with_their_size(tree):
    _, written = tree
    page = written["en/lessons/tiny.md"].decode()

    images = re.findall(r"!\[([^]]+)\]\(([^)]+)\)\{([^}]+)\}", page)

    assert [".light." in path for _, path, _ in images] == [True, False]
    for alt, path, attributes in images:
        assert alt == "Letters before and after."
        assert ".en." in path
        assert re.search(r'width="\d+" height="\d+" loading="lazy"', attributes)


def test_a_second_generation_finds_everything_and_writes_the_same(tree, project):
    first, written = tree

    second, again = project.generate()

    assert again == written
    assert not second.report.made
    assert len(second.report.found) == len(first.report.made | first.report.found)


def test_edited_prose_makes_nothing(tree, project):
    project.write("Another beginning. " + BODY)

    generated, _ = project.generate()

    assert not generated.report.made


def test_an_edited_word_makes_its_drawings_and_nothing_else(tree, project):
    edit_letters(project, 'en = "before"', 'en = "well before"')

    generated, _ = project.generate()

    made = {record.name for record in generated.report.made.values()}
    assert made == {"remap_letters.en.light", "remap_letters.en.dark"}


def test_what_stands_under_a_claim_is_made_along_with_it(project, tmp_path, monkeypatch):
    """So the workers need not start again for it, where the claim holds as the course expects."""
    passes = []
    make = generate._build
    monkeypatch.setattr(generate, "_build", lambda *given: passes.append(given) or make(*given))
    project.store = tmp_path / "empty"
    sentence = (
        '{% call only(claim="two_paths_add_up", holds=HOLDS) %}\n' + LETTERS + "\n{% endcall %}"
    )

    for holds, found in (("true", True), ("false", False)):
        passes.clear()
        project.write(sentence.replace("HOLDS", holds))
        _, written = project.generate()

        assert ("Letters before and after." in written["lessons/tiny.md"].decode()) is found
        assert len(passes) == found, "the second lesson asks for nothing new"


def test_code_keeps_its_dollars_and_brackets(tree):
    _, written = tree
    page = written["lessons/tiny.md"].decode()

    assert "print(1 + 1)  # $not a formula$ [@nor a citation]" in page
    assert "```python\n" in page
    assert 'class="katex"' in page


def test_the_notebook_is_valid_and_has_the_cells_in_order(tree):
    _, written = tree

    notebook = nbformat.reads(written["assets/notebooks/tiny.es.ipynb"].decode(), as_version=4)

    nbformat.validate(notebook)
    kinds = [(cell.cell_type, cell.source.splitlines()[0]) for cell in notebook.cells]
    assert kinds[1:] == [
        ("markdown", "## Try"),
        ("code", "print(1 + 1)  # $not a formula$ [@nor a citation]"),
        ("markdown", "**More**"),
    ]


def test_build_json_has_what_was_promised(tree, project):
    generated, _ = tree

    content = json.loads(build_json(project.site(), generated, 1.25))

    assert content["profile"] == "smoke"
    assert content["languages"] == ["pt", "es", "en"]
    assert content["seconds"] == 1.25
    step = next(step for step in content["steps"] if step["name"] == "remap_letters")
    assert step["function"] == "cnnviz.lessons.pixel_remap.experiments:remap_letters"
    assert step["lessons"] == ["lessons/tiny"]
    assert re.fullmatch(r"[0-9a-f]{16}", step["key"])
    assert isinstance(step["made"], bool)
    assert step["seconds"] >= 0


def test_a_failing_step_is_told_with_lesson_line_arguments_and_traceback(project):
    project.write('Text.\n\n{{ figure("remap_letters", alt="x") }}\n\n$x^2$')
    edit_letters(project, "before = ", "befor = ")  # a word that the drawing needs is gone

    with pytest.raises(SiteError) as caught:
        project.generate()

    told = str(caught.value)
    assert "docs/lessons/tiny/pt.md:11: figure 'remap_letters' could not be made" in told
    assert '"theme": "light"' in told
    assert "KeyError: 'before'" in told
    _, written = project.generate(strict=False)
    assert "KeyError" in written["lessons/tiny.md"].decode()
    assert 'class="katex"' in written["lessons/tiny.md"].decode(), "the other steps finish"


def test_explain_says_which_part_of_the_key_changed(tree, project):
    edit_letters(project, 'en = "before"', 'en = "quite before"')

    site = project.site()
    lines = "\n".join(explanations(_steps(site), "remap_letters", site.store))

    assert "remap_letters: found" in lines
    assert "remap_letters.pt.light: found" in lines
    assert "remap_letters.en.dark: made again" in lines
    assert "→ quite before" in lines


def test_explain_names_the_near_miss(project):
    site = project.site()

    with pytest.raises(KeyError, match="no step 'remap_leters'"):
        explanations(_steps(site), "remap_leters", site.store)


def _steps(site):
    pages = [Page(site, source) for source in site.sources]
    for page in pages:
        render(page)
    return [step for page in pages for ask in page.asks for step in ask.steps]
