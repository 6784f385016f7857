"""The page about the build adds up what was computed, and draws it."""

import json
import re
from xml.etree import ElementTree

import pytest

from cnnviz.pages.generate import build_json, generate
from cnnviz.pages.graph import HEAD, LEAST, WIDTH, graph
from cnnviz.pages.plan import COLUMNS, Group, Plan, plan
from tests.projects import Project

ABOUT = "---\ntitle: About\ndescription: All of it.\n---\n\n{{ build_summary() }}\n"
LESSON = """
{{ figure("remap_images", alt="Digits.", caption="Digits.") }}

Text with $x^2$.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory, kept):
    folder = tmp_path_factory.mktemp("project")
    project = Project(folder, kept)
    for code in ("pt", "es", "en"):
        (project.docs / "pages" / "about" / f"{code}.md").write_text(ABOUT)
    project.write(LESSON)
    site, written = project.site(), {}
    generated = generate(site, written.__setitem__, strict=True)
    return site, generated, written


def test_every_step_of_the_build_is_in_one_group(made):
    site, generated, _ = made

    whole = plan(site)

    steps = json.loads(build_json(site, generated, 1.0))["steps"]
    assert whole.steps == len(steps) == sum(group.steps for group in whole.groups.values())
    assert whole.seconds == pytest.approx(sum(step["seconds"] for step in steps))


def test_what_the_store_has_lost_is_left_out_with_its_links(made, monkeypatch):
    site = made[0]
    whole, record = plan(site), site.record
    lost = {"cnnviz.lessons.shared.digits:packaged"}
    monkeypatch.setattr(
        site, "record", lambda step: None if step.function in lost else record(step)
    )

    partly = plan(site)

    assert ("data", "digits") not in partly.groups
    assert whole.steps - partly.steps == 1
    assert {name for link in partly.links for name in link} <= set(partly.groups)


def test_groups_are_named_by_what_they_are(made):
    groups = plan(made[0]).groups

    assert set(groups) == {
        ("data", "digits"),
        ("results", "1"),
        ("shown", "drawings"),
        ("shown", "formulas"),
        ("shown", "numbers"),
    }
    assert [column for column, _ in groups] == sorted(
        (column for column, _ in groups), key=COLUMNS.index
    )


def test_the_page_has_the_picture_its_text_and_the_same_numbers_in_a_table(made):
    page = made[2]["en/about.md"].decode()
    found = re.search(r"<svg.*?</svg>", page, re.DOTALL)
    assert found
    picture = ElementTree.fromstring(found[0])

    texts = ["".join(text.itertext()) for text in picture.iter("text")]

    assert "Lesson 1" in texts
    assert 'role="img" aria-label="Diagram of' in page
    for group in plan(made[0]).groups.values():
        assert re.search(rf"^\| .* \| {group.steps} \| ", page, re.MULTILINE)
    name = "<code>remap&#95;<wbr>images</code>"
    assert re.search(rf"^\| {name} \| MNIST, 5,000 \| – \| 0 \| cpu \| ", page, re.MULTILINE)


def groups(*given):
    return {(one[0], one[1]): Group(*one) for one in given}


def drawn(plan):
    heads = dict.fromkeys(COLUMNS, "head")
    return ElementTree.fromstring(graph(plan, lambda g: g.name, heads, lambda g: str(g.steps)))


PLAN = Plan(
    groups=groups(
        ("data", "digits", 1, 0.1),
        ("trainings", "lenet5", 60, 9.0),
        ("trainings", "mlp & co", 2, 1.0),
        *(("results", str(lesson), 5, 1.0) for lesson in range(1, 6)),
        ("shown", "drawings", 40, 1.0),
    ),
    links={
        (("data", "digits"), ("trainings", "lenet5")): 60,
        (("data", "digits"), ("trainings", "mlp & co")): 2,
        (("trainings", "lenet5"), ("results", "1")): 60,
        (("results", "1"), ("shown", "drawings")): 40,
    },
    steps=108,
    seconds=12.1,
    libraries={},
    devices=("cpu",),
)


def test_bars_are_taller_for_more_steps_and_all_stay_in_the_picture():
    picture = drawn(PLAN)
    _, _, width, height = map(float, picture.get("viewBox").split())
    bars = dict(zip(PLAN.groups, picture.iter("rect"), strict=True))

    tall = {name: float(bar.get("height")) for name, bar in bars.items()}
    assert tall["trainings", "lenet5"] > tall["trainings", "mlp & co"] >= LEAST
    for bar in bars.values():
        assert float(bar.get("y")) >= HEAD
        assert float(bar.get("y")) + float(bar.get("height")) <= height
    assert width == WIDTH


def test_bands_are_as_wide_as_they_are_strong():
    widths = [float(band.get("stroke-width")) for band in drawn(PLAN).iter("path")]

    assert widths[0] / widths[2] == pytest.approx(1, rel=0.05)  # 60 and 60
    assert widths[0] / widths[3] == pytest.approx(60 / 40, rel=0.05)
