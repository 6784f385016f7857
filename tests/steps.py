"""A tiny package of steps for the tests of the pipeline, written where a test wants it."""

import textwrap
from pathlib import Path

from cnnviz.pipeline import code

FILES = {
    "__init__.py": '"""A package of steps."""\n',
    "work.py": '''
        """Steps that a worker can make in no time."""

        from workshop.tools import twice

        def number(value):
            """Give the value."""
            return {"value": value}

        def doubled(of):
            return {"value": twice(of["value"])}

        def total(parts):
            return {"value": sum(part["value"] for part in parts)}

        def failing(**arguments):
            raise RuntimeError("this step cannot work")

        def dying():
            import os
            os._exit(3)

        def slow(mark, seconds):
            import time
            from pathlib import Path
            with Path(mark).open("a") as file:
                file.write("x")
            time.sleep(seconds)
            return {"value": seconds}

        def editing(file, old, new, value=1):
            from pathlib import Path
            text = Path(file).read_text()
            Path(file).write_text(text.replace(old, new, 1))
            return {"value": value * 1}

        def threads():
            import os
            return {"value": int(os.environ["OMP_NUM_THREADS"])}
    ''',
    "tools.py": '''
        """A helper that work.py imports."""

        def twice(value):
            """Double it."""
            return 2 * value  # by multiplication
    ''',
    "unrelated.py": '''
        """Nothing imports this."""

        def thrice(value):
            return 3 * value
    ''',
}


class Workshop:
    """The package `workshop` in a folder, which a test can edit."""

    def __init__(self, folder: Path):
        self.folder = folder / "workshop"
        self.folder.mkdir(parents=True)
        for name, text in FILES.items():
            (self.folder / name).write_text(textwrap.dedent(text).lstrip())

    def edit(self, name: str, old: str, new: str) -> None:
        file = self.folder / name
        text = file.read_text()
        assert old in text, f"{name} has no {old!r}"
        file.write_text(text.replace(old, new))
        code.forget()
