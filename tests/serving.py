"""A web server on this machine that can break off, refuse, and change its mind."""

import re
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DATA = bytes(range(256)) * 400


@dataclass
class Server:
    """What a server on this machine serves, and what it was asked."""

    url: str = ""
    data: bytes = DATA
    tag: str = '"one"'
    ranges: bool = True
    breaks_after: int | None = None  # bytes, once
    status: int = 200
    skew: int = 0  # how far off a range begins
    asked: list[dict] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        state = self.server.state
        state.asked.append(dict(self.headers))
        if state.status != 200:
            return self.send_error(state.status)
        start = 0
        wanted = re.match(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if wanted and state.ranges and self.headers.get("If-Range") == state.tag:
            start = int(wanted[1])
            if start >= len(state.data):
                return self.send_error(416)
        body = state.data[start:]
        self.send_response(206 if start else 200)
        if start:
            whole = len(state.data)
            self.send_header("Content-Range", f"bytes {start + state.skew}-{whole - 1}/{whole}")
        if state.tag:
            self.send_header("ETag", state.tag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if state.breaks_after is not None:
            body, state.breaks_after = body[: state.breaks_after], None
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def serving(**options):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.state = Server(url=f"http://127.0.0.1:{server.server_port}/some.bin", **options)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server.state
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
