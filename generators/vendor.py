"""Carry along the fonts and styles that npm brought: no page loads anything from elsewhere."""

import re
from pathlib import Path

import mkdocs_gen_files

from cnnviz.pages.styles import FACES, home_css, site_css, squeezed

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

katex = modules / "katex" / "dist"
styles = (katex / "katex.min.css").read_text(encoding="utf-8")
# Every browser that shows this site reads woff2: the other formats stay at home.
styles = re.sub(r',url\([^)]*\) format\("(?:woff|truetype)"\)', "", styles)
# A formula is readable while its letters are on their way, and on paper if they never came.
styles = styles.replace("font-display:block", "font-display:swap")
with mkdocs_gen_files.open("assets/vendor/katex/katex.css", "w") as file:
    file.write(squeezed(styles))
for font in sorted((katex / "fonts").glob("*.woff2")):
    with mkdocs_gen_files.open(f"assets/vendor/katex/fonts/{font.name}", "wb") as file:
        file.write(font.read_bytes())
