"""The command line: a method applied to a picture of your own, or the site's generator.

Each command has its own help with an example: python -m cnnviz grad-cam --help
"""

import argparse
import logging
import sys
import time
from pathlib import Path

from cnnviz.choice import Slip, UnknownName
from cnnviz.commands.table import add_commands
from cnnviz.extras import cure
from cnnviz.pages.problems import SiteError
from cnnviz.profile import ProfileError


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; give the exit status."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except (SiteError, ProfileError, Slip, UnknownName) as error:
        told = str(error)
    except OSError as error:  # a full disk, a store that cannot be written, no such picture
        told = str(error)
    except ImportError as error:
        told = cure(error)
        if not told:
            raise
    print(f"error: {told}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m cnnviz",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add_commands(commands)

    tree = commands.add_parser("generate", help="write pages and figures as a tree of Markdown")
    tree.add_argument("out", type=Path, metavar="OUT", help="the folder to write into")
    tree.add_argument("--no-strict", action="store_true", help="show problems on the pages instead")
    tree.set_defaults(run=_generate)

    why = commands.add_parser("explain", help="say why a step would be made again")
    why.add_argument("name", metavar="NAME", help="a step's name, as build.json lists them")
    why.set_defaults(run=_explain)

    new = commands.add_parser("new", help="write a new lesson: new lesson my-lesson")
    new.add_argument("what", choices=["lesson"])
    new.add_argument("name", metavar="NAME", help="the lesson's name, as in its address: my-lesson")
    new.set_defaults(run=_new)

    for command in (tree, why, new):
        command.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder")
    return parser


def _generate(asked: argparse.Namespace) -> int:
    # Here and below, because only the extra `site` brings the packages that these need.
    from cnnviz.pages.generate import build_json, generate
    from cnnviz.pipeline.report import summary
    from cnnviz.project import open_site

    start = time.perf_counter()
    site = open_site(asked.root.resolve())

    def write(path: str, data: bytes) -> None:
        file = asked.out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.is_file() or file.read_bytes() != data:  # who watches sees only changes
            file.write_bytes(data)

    generated = generate(site, write, strict=not asked.no_strict)
    write("build.json", build_json(site, generated, time.perf_counter() - start))
    print(f"{len(generated.pages)} pages in {asked.out}: {summary(generated.report)}")
    return 0


def _new(asked: argparse.Namespace) -> int:
    from cnnviz.pages.new_lesson import write_lesson

    root = asked.root.resolve()
    for file in write_lesson(root, asked.name):
        print(file.relative_to(root))
    print(
        "Its texts are drafts, in three languages. To show it, add this line to a part of "
        f'docs/course.toml:\n    {{ name = "{asked.name}", cover = "ink" }},'
    )
    return 0


def _explain(asked: argparse.Namespace) -> int:
    from cnnviz.pages.explain import explanations
    from cnnviz.pages.page import Page
    from cnnviz.pages.render import render
    from cnnviz.project import open_site

    site = open_site(asked.root.resolve())
    pages = [Page(site, source) for source in site.sources]
    for page in pages:
        render(page)
    steps = [step for page in pages for ask in page.asks for step in ask.steps]
    print("\n".join(explanations(steps, asked.name, site.store)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
