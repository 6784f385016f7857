"""Carry along the fonts that npm brought: no page loads anything from elsewhere."""

from pathlib import Path

import mkdocs_gen_files

from cnnviz.pages.styles import FACES, home_css, site_css

config = mkdocs_gen_files.editor.FilesEditor.current().config
modules = Path(config.config_file_path).parent / "node_modules"
written = Path(config.docs_dir, "assets", "styles")

for face in FACES:
    with mkdocs_gen_files.open(f"assets/vendor/{face.name}", "wb") as file:
        file.write(face.file(modules).read_bytes())
# From a disk nothing can be asked for ahead, and nothing is late for long.
late = "swap" if config.extra.get("offline") else ""
for name, css in (("site", site_css(written, late)), ("home", home_css(written))):
    with mkdocs_gen_files.open(f"assets/{name}.css", "w") as file:
        file.write(css)
