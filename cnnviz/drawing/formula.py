"""A formula as HTML with MathML beside it for screen readers: no script on the page."""

import atexit
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from shutil import which

import cnnviz
from cnnviz.pipeline.outcome import Drawing

# One answer a line for one question a line: starting Node takes longer than a hundred formulas.
SCRIPT = """
const katex = require('katex');
require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const { tex, display } = JSON.parse(line);
  const options = { displayMode: display, throwOnError: true, strict: 'error' };
  let answer;
  try { answer = { html: katex.renderToString(tex, options) }; }
  catch (error) { answer = { error: String(error) }; }
  process.stdout.write(JSON.stringify(answer) + '\\n');
});
"""


def formula(tex: str, display: bool, katex: str) -> Drawing:
    """Set TeX with KaTeX; ValueError shows what KaTeX did not understand.

    The version takes part only so that another KaTeX is another step.
    """
    del katex
    setter = _setter()
    assert setter.stdin is not None
    assert setter.stdout is not None
    setter.stdin.write(json.dumps({"tex": tex, "display": display}) + "\n")
    setter.stdin.flush()
    line = setter.stdout.readline()
    if not line:
        _setter.cache_clear()
        raise RuntimeError(f"KaTeX stopped without an answer to {tex!r}: does `make setup` pass?")
    answer = json.loads(line)
    if "error" in answer:
        raise ValueError(f"KaTeX cannot set {tex!r}: {answer['error']}")
    return Drawing("html", answer["html"].encode())


@cache
def _setter() -> subprocess.Popen[str]:
    """Start KaTeX once a worker; it ends when the worker's end closes its input."""
    root = Path(cnnviz.__file__).parents[1]
    setter = subprocess.Popen(
        [_node(), "-e", SCRIPT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
    )
    atexit.register(_ended, setter)
    return setter


def _ended(setter: subprocess.Popen[str]) -> None:
    setter.communicate()


def _node() -> str:
    beside = str(Path(sys.executable).parent)
    node = which("node", path=os.pathsep.join([os.environ.get("PATH", ""), beside]))
    if node is None:
        raise FileNotFoundError("there is no node: `make setup` brings one")
    return node
