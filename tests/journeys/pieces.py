"""A network on which the bar of a page comes piece by piece: the project's own server, seen through a slow door."""

import re
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

BETWEEN = 0.02
"""Seconds from one piece to the next: longer than a browser takes to draw."""


@contextmanager
def in_pieces(address: str, *, without: bytes = b"") -> Iterator[str]:
    """Where the server at `address` answers with all but the bar at once, `without` these words."""

    class Passing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with closing(HTTPConnection(urlsplit(address).netloc, timeout=10)) as asking:
                asking.request("GET", self.path)
                answer = asking.getresponse()
                kind, whole = answer.headers["Content-Type"], answer.read().replace(without, b"")
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(whole)))
            self.end_headers()
            head, bar, rest = re.fullmatch(rb"(.*<body[^>]*>)(.*)(</header>.*)|.*", whole, re.DOTALL).groups()
            for piece in [head, *re.split(rb"(?<=>)", bar), rest] if bar else [whole]:
                self.wfile.write(piece)
                time.sleep(BETWEEN)

        def log_message(self, *_said: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Passing)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
