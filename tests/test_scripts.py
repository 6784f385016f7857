"""Scripts: short functions, asked for all at once, published without their remarks."""

import math
import re

from cnnviz.pages.scripts import imported, published
from tests.builds import ROOT

ASSETS = ROOT / "docs" / "assets"
SCREEN = 80  # lines
HEAD = re.compile(r"(?:\bfunction\b|=>).*[({\[]$|=>$")
HEAD_GOES_ON = re.compile(r" *[)}\]].*[({\[]$")


def lengths(script):
    """Give each function's lines: as Biome writes it, its end is no deeper than its head."""
    lines = script.read_text(encoding="utf-8").splitlines()
    depths = [len(line) - len(line.lstrip()) if line else math.inf for line in lines]
    for first, line in enumerate(lines):
        if not HEAD.search(line):
            continue
        rest = range(first + 1, len(lines))
        back = (at for at in rest if depths[at] <= depths[first])
        last = next((at for at in back if not HEAD_GOES_ON.match(lines[at])), rest.stop)
        yield f"{script.name}: {line.strip()}", last - first + 1


def test_no_function_is_longer_than_a_screen():
    scripts = [*ASSETS.rglob("*.js"), *(ROOT / "generators").glob("*.js")]

    long = {head: length for one in scripts for head, length in lengths(one) if length > SCREEN}

    assert len(scripts) > 50
    assert not long


def test_imports_are_followed_and_each_is_named_once(tmp_path):
    scripts = {
        "first.js": 'import { a } from "./second.js";\nimport {\n  b\n} from "./parts/third.js";\n',
        "second.js": 'import "./parts/third.js";\n',
        "parts/third.js": 'import { a } from "../second.js";\n',
    }
    (tmp_path / "parts").mkdir()
    for name, text in scripts.items():
        (tmp_path / name).write_text(text)

    found = imported(tmp_path / "first.js")

    assert found == [tmp_path / "second.js", tmp_path / "parts" / "third.js"]


def test_what_may_come_later_and_what_only_types_need_is_left_out(tmp_path):
    script = tmp_path / "first.js"
    script.write_text('/** @import { A } from "./types.js" */\nimport("./later.js");\n')

    assert imported(script) == []


def test_a_new_script_of_the_lab_needs_no_entry_anywhere():
    lab = ASSETS / "lab"

    found = {script for script in imported(lab / "lab.js") if script.parent == lab}

    assert found == set(lab.glob("*.js")) - {lab / "lab.js"}


def test_remarks_are_left_out_and_nothing_else(tmp_path):
    script = tmp_path / "first.js"
    script.write_text("""// What it does.

/**
 * How it does it.
 *
 * @param {number} a
 */
const f = (a) => `/** ${a} */`; // why
  /** @type {number} */
  let b = 2 ** 3 * 4;
""")

    assert (
        published(script)
        == """// What it does.

const f = (a) => `/** ${a} */`; // why
  let b = 2 ** 3 * 4;
"""
    )


def test_what_comes_late_asks_at_once_for_all_that_it_needs(tmp_path):
    (tmp_path / "first").mkdir()
    script, second, third = (
        tmp_path / name for name in ("first.js", "first/second.js", "third.js")
    )
    script.write_text('import "./first/second.js";\n')
    second.write_text('import "../third.js";\nimport "../first.js";\n')
    third.write_text("")

    text = published(script, comes_late=True)

    assert text == 'import "./first/second.js";\nimport "./third.js";\n'
