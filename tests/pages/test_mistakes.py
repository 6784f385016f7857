"""What an author gets wrong is told with file, line, what was asked, the near miss, the cure."""

import pytest

from cnnviz.pages.generate import generate
from cnnviz.pages.problems import SiteError
from tests.projects import FIRST_LINE, Project

BLOCK = "{{% call {} %}}text{{% endcall %}}"
MISTAKES = {
    "an unknown figure": (
        '{{ figure("remap_acuracy", alt="x") }}',
        r"no figure 'remap_acuracy'\. Did you mean 'remap_accuracy'\? There are: .*noise_kinds",
    ),
    "an unknown argument": (
        '{{ figure("remap_images", alt="x", sed=3) }}',
        r"no argument of figure 'remap_images' 'sed'\. Did you mean 'seed'",
    ),
    "a figure without alt": ('{{ figure("remap_images") }}', "lacks alt="),
    "an unknown table": ('{{ table("remap_accurcy") }}', "Did you mean 'remap_accuracy'"),
    "an unknown claim": (
        '{{ claim("cnn_loses_more", "x") }}',
        "no claim 'cnn_loses_more'. Did you mean 'cnn_loses_more_than_mlp'",
    ),
    "an unknown result": ('{{ number("remap", "x", "percent") }}', "no result 'remap'"),
    "an unknown quoted number": (
        '{{ quoted("pklot_remap.cn.original", "percent") }}',
        "Did you mean 'cnn'",
    ),
    "an unknown number style": (
        '{{ quoted("noise.cnn.confidence", "percents") }}',
        "no number style 'percents'. Did you mean 'percent'",
    ),
    "an unknown citation": ("Text [@howard2091].", "Did you mean 'howard2019'"),
    "one unknown citation of several": ("Text [@howard2019; @krizevsky2012].", "'krizhevsky2012'"),
    "a citation of another form": (
        "Text [@howard2019, p. 3].",
        r"\[@howard2019, p\. 3\] is no citation: write \[@key\] or \[@one; @other\]",
    ),
    "a formula that does not end": ("> $$ x", r"a \$\$ stands alone"),
    "an unknown function": ("{{ figur('x') }}", "'figur' is undefined"),
    "an answer without its exercise": (
        BLOCK.format('answer("one")'),
        "no exercise above this answer 'one'",
    ),
    "fewer figures than options": (
        BLOCK.format('choice("one", question="Which?", options=["this", "that"])'),
        "there are 2 options and 0 figures to choose from",
    ),
    "an unknown setting": (
        BLOCK.format('where("parking.sorce", "drawn")'),
        "no setting 'sorce'. Did you mean 'source'",
    ),
    "an unknown source": (
        BLOCK.format('where("parking.source", "drown")'),
        "no source of parking 'drown'. Did you mean 'drawn'",
    ),
    "a missing argument": ('{{ claim("sure_of_noise") }}', "sentence"),
    "a template that does not parse": ("{% call exercise('x') %}", "endcall"),
}


@pytest.fixture
def project(tmp_path, kept):
    return Project(tmp_path, kept)


@pytest.mark.parametrize("what", MISTAKES)
def test_a_mistake_is_told_with_its_file_and_line(project, what):
    text, message = MISTAKES[what]
    project.write(f"A line.\n\n{text}\n")

    with pytest.raises(SiteError, match=message) as caught:
        project.generate()

    line = FIRST_LINE + 2
    told = str(caught.value).splitlines()
    assert [t for t in told if t.startswith(f"docs/lessons/tiny/pt.md:{line}: ")], told
    assert len(told) == 3, "one line for each language"


def test_all_mistakes_are_told_at_once(project):
    project.write("{{ figur('x') }}", "pt")
    project.write('{{ table("nothing") }}', "en")

    with pytest.raises(SiteError) as caught:
        project.generate()

    assert "tiny/pt.md" in str(caught.value)
    assert "tiny/en.md" in str(caught.value)


def test_without_strict_the_page_shows_the_mistake_and_the_rest(project):
    project.write('Before.\n\n{{ table("nothing") }}\n\nAfter.')

    generated, written = project.generate(strict=False)

    page = written["en/lessons/tiny.md"].decode()
    assert "docs/lessons/tiny/en.md:11: table: there is no table" in page.replace("&#39;", "'")
    assert "Before." in page
    assert "After." in page
    assert len(generated.problems) == 3


def test_strict_writes_nothing_where_something_is_wrong(project):
    project.write('{{ table("nothing") }}')
    written = {}

    with pytest.raises(SiteError):
        generate(project.site(), written.__setitem__, strict=True)

    assert not written


def test_a_lesson_that_lacks_a_language_names_the_missing_file(project):
    (project.docs / "lessons" / "tiny/es.md").unlink()

    with pytest.raises(SiteError, match=r"docs/lessons/tiny/es\.md: this file is missing"):
        project.generate()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title: Title\n", "", "lacks a title"),
        ("title: Title\n", "title: [\n", "no YAML"),
        ("question: A question?\n", "", "lacks a question"),
    ],
)
def test_bad_front_matter_is_told(project, old, new, message):
    file = project.docs / "lessons" / "tiny/en.md"
    file.write_text(file.read_text().replace(old, new))

    with pytest.raises(SiteError, match=message):
        project.generate()


@pytest.mark.parametrize(
    "only_here",
    [
        '{{ figure("remap_letters", alt="x") }}',
        BLOCK.format('exercise("one")'),
        BLOCK.format('task("one", title="x")'),
        BLOCK.format('guess("one", question="?", options=["a", "b"])'),
    ],
    ids=["figure", "exercise", "task", "guess"],
)
def test_what_only_one_language_shows_names_both_files_and_the_line(project, only_here):
    project.write(f"Text.\n\n{only_here}\n", "es")

    with pytest.raises(SiteError) as caught:
        project.generate()

    told = str(caught.value)
    assert f"docs/lessons/tiny/es.md:{FIRST_LINE + 2}: " in told
    assert "is not in docs/lessons/tiny/pt.md" in told
    assert "is not in docs/lessons/tiny/en.md" in told


def test_other_arguments_in_one_language_are_a_difference(project):
    project.write('{{ figure("remap_images", alt="x", seed=1) }}')
    project.write('{{ figure("remap_images", alt="x", seed=2) }}', "en")

    with pytest.raises(SiteError, match=r'\{"seed": 1\} is not in docs/lessons/tiny/en\.md'):
        project.generate()


def test_another_order_or_other_words_are_no_difference(project):
    blocks = [BLOCK.format(f'exercise("{name}")') for name in ("one", "two")]
    project.write("\n\n".join(blocks))
    project.write("\n\n".join(reversed(blocks)), "es")

    generated, _ = project.generate()

    assert not generated.problems


def test_tex_that_katex_cannot_set_names_the_line(project):
    project.write("Text.\n\nHere $\\fraction{1}{2}$ is.\n")

    with pytest.raises(SiteError, match=r"tiny/pt\.md:11: formula.*fraction(.|\n)*KaTeX cannot"):
        project.generate()
