"""What a reader's browser loads: the built site served as a host serves it, and weighed."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# What hosts compress; pictures and fonts are compressed already.
TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".ipynb", ".txt"}
WATCH = """
window.cvSeen = { shift: 0, largest: 0 };
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) cvSeen.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) cvSeen.largest = entry.startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });
"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


@dataclass(frozen=True)
class View:
    """What one first view of a page took."""

    sent: dict[str, int]  # bytes of the body by path, compressed
    shift: float  # cumulative layout shift
    first_paint: float  # ms
    largest_paint: float  # ms

    @property
    def bytes(self) -> int:
        """All that came over the line."""
        return sum(self.sent.values())


@cache
def _packed(file: Path, _changed: float) -> bytes:
    return gzip.compress(file.read_bytes(), 9, mtime=0)


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            return self.send_error(404)
        text = file.suffix in TEXT
        body = _packed(file, file.stat().st_mtime) if text else file.read_bytes()
        self.server.sent[self.path.partition("?")[0]] = len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def scales(site: Path) -> Iterator[ThreadingHTTPServer]:
    """Serve a built site as a host would, and note what is sent."""

    class Here(Handler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(site))

    server = ThreadingHTTPServer(("127.0.0.1", 0), Here)
    server.sent = {}
    server.address = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def first_view(chromium, server, path: str, width: int, theme: str = "light") -> View:
    """Open a page as someone who was never here, and wait until nothing more comes."""
    tall = 844 if width < 600 else 800
    context = chromium.new_context(viewport={"width": width, "height": tall}, color_scheme=theme)
    page = context.new_page()
    page.add_init_script(WATCH)
    server.sent.clear()
    page.goto(server.address + path, wait_until="networkidle")
    seen = page.evaluate("cvSeen")
    paint = page.wait_for_function(PAINTED).json_value()
    context.close()
    return View(dict(server.sent), seen["shift"], paint, seen["largest"])
