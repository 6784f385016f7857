"""A page asks at once for every script that it will need."""

from cnnviz.pages.scripts import imported
from tests.builds import ROOT

ASSETS = ROOT / "docs" / "assets"


def test_imports_are_followed_and_each_is_named_once(tmp_path):
    scripts = {
        "first.js": 'import { a } from "./second.js";\nimport {\n  b,\n} from "./parts/third.js";\n',
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
