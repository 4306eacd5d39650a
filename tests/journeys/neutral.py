"""The place that an operator sends readers to: a server of its own, that remembers what it was told."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"<!DOCTYPE html><html lang=en><title>Weather</title><h1>Sunny spells</h1>"


@dataclass
class Neutral:
    address: str = ""
    seconds: float = 0.0
    headers: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def neutral_place() -> Iterator[Neutral]:
    """`seconds`: how long it thinks before it answers."""
    told = Neutral()

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.headers.append(dict(self.headers))
            time.sleep(told.seconds)
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(PAGE)))
            self.end_headers()
            self.wfile.write(PAGE)

        def log_message(self, *_said: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    told.address = f"http://127.0.0.1:{server.server_address[1]}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
