"""A formula as HTML with MathML beside it for screen readers: no script on the page."""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import which

import cnnviz
from cnnviz.pipeline.outcome import Drawing

SCRIPT = """
const { tex, display } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const options = { displayMode: display, throwOnError: true, strict: 'error' };
process.stdout.write(require('katex').renderToString(tex, options));
"""


def draw(tex: str, display: bool, katex: str) -> Drawing:
    """Set TeX with KaTeX; ValueError shows what KaTeX did not understand.

    The version takes part only so that another KaTeX is another step.
    """
    del katex
    root = Path(cnnviz.__file__).parents[1]
    done = subprocess.run(
        [_node(), "-e", SCRIPT],
        input=json.dumps({"tex": tex, "display": display}),
        capture_output=True,
        text=True,
        cwd=root,
        check=False,
    )
    if done.returncode:
        reason = next((line for line in done.stderr.splitlines() if "Error" in line), done.stderr)
        raise ValueError(f"KaTeX cannot set {tex!r}: {reason}")
    return Drawing("html", done.stdout.encode())


def _node() -> str:
    beside = str(Path(sys.executable).parent)
    node = which("node", path=os.pathsep.join([os.environ.get("PATH", ""), beside]))
    if node is None:
        raise FileNotFoundError("there is no node: `make setup` brings one")
    return node
