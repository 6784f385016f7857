"""Write every lesson in every language, and the figures that the lessons ask for."""

import sys
import time
from pathlib import Path

import mkdocs_gen_files
from mkdocs.exceptions import PluginError

# MkDocs runs this again and again in one long process: under `serve`, the code that runs is to
# be the code on disk. Nothing of ours lives longer than one run, and none of it is slow to load.
for name in [name for name in sys.modules if name.partition(".")[0] == "cnnviz"]:
    del sys.modules[name]

from cnnviz.pages.generate import build_json, generate
from cnnviz.pages.problems import SiteError
from cnnviz.pipeline.report import summary
from cnnviz.profile import ProfileError
from cnnviz.project import open_site

start = time.perf_counter()
config = mkdocs_gen_files.editor.FilesEditor.current().config


def write(path: str, data: bytes) -> None:
    with mkdocs_gen_files.open(path, "wb") as file:
        file.write(data)


try:
    site = open_site(Path(config.config_file_path).parent)
    generated = generate(site, write, strict=config.strict)
except (SiteError, ProfileError, OSError) as error:
    raise PluginError(str(error)) from error

for problem in dict.fromkeys(generated.problems):
    print(f"error: {problem}", file=sys.stderr)
for page in generated.pages:
    mkdocs_gen_files.set_edit_path(page.source.target, str(page.source.shown_file))
write("build.json", build_json(site, generated, time.perf_counter() - start))
print(f"cnnviz: {summary(generated.report)}", file=sys.stderr)
