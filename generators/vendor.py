"""Carry along the fonts and styles that npm brought: no page loads anything from elsewhere."""

import re
from pathlib import Path

import mkdocs_gen_files

config = mkdocs_gen_files.editor.FilesEditor.current().config
modules = Path(config.config_file_path).parent / "node_modules"
FACE = """@font-face {{
  font-family: "{family}"; font-style: {style}; font-weight: 200 800; font-display: swap;
  src: url("{file}") format("woff2");
}}
"""

faces = []
for family, package, style in (
    ("Atkinson Hyperlegible Next", "atkinson-hyperlegible-next", "normal"),
    ("Atkinson Hyperlegible Next", "atkinson-hyperlegible-next", "italic"),
    ("Atkinson Hyperlegible Mono", "atkinson-hyperlegible-mono", "normal"),
):
    name = f"{package}-latin-wght-{style}.woff2"
    font = modules / "@fontsource-variable" / package / "files" / name
    with mkdocs_gen_files.open(f"assets/vendor/{name}", "wb") as file:
        file.write(font.read_bytes())
    faces.append(FACE.format(family=family, style=style, file=name))
with mkdocs_gen_files.open("assets/vendor/fonts.css", "w") as file:
    file.write("".join(faces))

katex = modules / "katex" / "dist"
styles = (katex / "katex.min.css").read_text(encoding="utf-8")
# Every browser that shows this site reads woff2: the other formats stay at home.
styles = re.sub(r',url\([^)]*\) format\("(?:woff|truetype)"\)', "", styles)
with mkdocs_gen_files.open("assets/vendor/katex/katex.css", "w") as file:
    file.write(styles)
for font in sorted((katex / "fonts").glob("*.woff2")):
    with mkdocs_gen_files.open(f"assets/vendor/katex/fonts/{font.name}", "wb") as file:
        file.write(font.read_bytes())
