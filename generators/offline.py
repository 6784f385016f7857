"""Make the site fit for reading from a disk: `make offline`, by way of mkdocs-offline.yml.

Runs as a MkDocs hook. Pages keep their addresses; what browsers refuse without a server is put
into plain scripts. See offline.js, which a page runs first.
"""

import base64
import json
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from cnnviz.drawing.tiles import CLOSE, OPEN
from cnnviz.pages.language import LANGUAGES

RUNTIME = Path(__file__).with_suffix(".js")
MODULE = re.compile(
    r'<script src="([^"]+)" type="module"></script>'
    r'|<script type="module"(?: async)? src="([^"]+)"></script>'
)
AHEAD = re.compile(r'\s*<link rel="(?:modulepreload|preload)"[^>]*>')
GIVEN = re.compile(r'data-cv-\w+="([^"]*)"')
FILE = re.compile(r"assets/[\w./-]+\.(?:json|safetensors|bin)\b")
IMPORT = re.compile(r'(\bfrom\s*|\bimport\s*\(?\s*)"(\.{1,2}/[^"]+)"')

fetched: set[str] = set()  # files that scripts of the pages ask for


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    if not config.extra.get("offline"):
        return output
    for given in GIVEN.findall(output):
        fetched.update(FILE.findall(given))
    output = AHEAD.sub("", output)
    return MODULE.sub(_inline, output)


def on_post_build(config: MkDocsConfig) -> None:
    if not config.extra.get("offline"):
        return
    site = Path(config.site_dir)
    glossaries = [f"{language.root}glossary.html" for language in LANGUAGES.values()]
    asked = ("build.json", *glossaries, *sorted(fetched))
    packed = {path: (site / path).read_bytes() for path in asked}
    packed |= _tiles(site)
    for path, content in packed.items():
        text = base64.b64encode(content).decode()
        (site / f"{path}.js").write_text(f'cvOffline.arrived("{path}", "{text}");\n')
    for language in LANGUAGES.values():
        index = site / language.root / "search" / "search_index.json"
        text = index.read_text(encoding="utf-8")
        index.with_suffix(".js").write_text(f"var __index = {text}\n", encoding="utf-8")
        index.unlink()
    runtime = RUNTIME.read_text(encoding="utf-8")
    texts = {"MODULES": _modules(site), "SEARCH": _search(site), "PACKED": list(packed)}
    for name, value in texts.items():
        runtime = runtime.replace(f"= {name};", f"= {json.dumps(value, ensure_ascii=False)};", 1)
    (site / "assets" / "offline.js").write_text(runtime, encoding="utf-8")
    (site / "404.html").unlink()  # speaks for a server


def _inline(match: re.Match[str]) -> str:
    path = match[1] or match[2]
    return (
        f'<script type="module">import "{path if path.startswith(".") else f"./{path}"}";</script>'
    )


def _tiles(site: Path) -> dict[str, bytes]:
    """Collect what drawings note of their tiles, which the page asks the drawing for."""
    notes = {}
    for file in sorted((site / "assets" / "figures").glob("*.svg")):
        _, found, rest = file.read_text(encoding="utf-8").partition(OPEN)
        if found:
            notes[_path(file, site)] = f"{OPEN}{rest.partition(CLOSE)[0]}{CLOSE}".encode()
    return notes


def _modules(site: Path) -> dict[str, str]:
    """Collect our modules, with imports that do not depend on where a text lies."""
    theirs = {"javascripts", "vendor"}
    files = [
        file
        for file in sorted((site / "assets").rglob("*.js"))
        if file.relative_to(site / "assets").parts[0] not in theirs
        and not file.name.endswith((".json.js", ".safetensors.js", ".bin.js", ".svg.js"))
    ]
    return {_path(file, site): _independent(file, site) for file in files}


def _independent(file: Path, site: Path) -> str:
    def named(match: re.Match[str]) -> str:
        return f'{match[1]}"cv/{_path((file.parent / match[2]).resolve(), site.resolve())}"'

    return IMPORT.sub(named, file.read_text(encoding="utf-8"))


def _search(site: Path) -> dict[str, str]:
    scripts = site / "assets" / "javascripts"
    (worker,) = (scripts / "workers").glob("search.*.min.js")
    names = ["stemmer.support", *(code for code in LANGUAGES if code != "en")]
    parts = {
        f"lunr.{name}.min.js": scripts / "lunr" / "min" / f"lunr.{name}.min.js" for name in names
    }
    texts = {name: file.read_text(encoding="utf-8") for name, file in parts.items()}
    return {"worker": worker.read_text(encoding="utf-8"), **texts}


def _path(file: Path, site: Path) -> str:
    return file.relative_to(site).as_posix()
