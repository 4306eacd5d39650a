"""Serves the product on this machine with the demo loaded; Ctrl-C ends all of it cleanly."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command, get_commands

from lapotne.config.postgres import embedded
from tools import messages, prepared, styles
from tools.paths import ROOT, environment

SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "lapotne.config.settings",
    "LAPOTNE_DEMO": "on",
    "LAPOTNE_HTTPS": "off",
}
SERVER = ("granian", "--interface", "wsgi", "--host", "127.0.0.1", "--workers", "1", "--blocking-threads",
          "4", "--no-ws", "--workers-kill-timeout", "5", "--respawn-failed-workers", "--log-level", "warning",
          "lapotne.config.wsgi:application")  # fmt: skip
"""A worker that is told to end while it still starts doesn't hear it, and would be waited for without end."""
SECONDS_TO_END = 5
SECONDS_BETWEEN_KNOCKS = 0.05
LAST = 19
"""Of priorities: whatever else wants to run does."""
SECONDS_BETWEEN_PUBLISHING = 60


def main(_arguments: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    os.environ.update(SETTINGS)
    port = os.environ.get("LAPOTNE_PORT", "8000")
    refuse_taken(port)
    try:
        if prepared.is_prepared():
            step("database server", embedded.start_unless_given)
        else:
            prepare()
        return serve(port)
    except KeyboardInterrupt:
        return 0
    except CommandError as error:
        print(f"failed\n\n{error}", file=sys.stderr)
        return 1
    finally:
        embedded.stop()


def prepare() -> None:
    prepared.forget()
    step("styles", lambda: styles.main([]))
    step("languages", messages.compile_catalogues)
    step("database server", embedded.start_unless_given)
    django.setup()
    step("static files", collect_static)
    step("tables", lambda: call_command("prepare_database", verbosity=0))
    for command in ("load_all", "load_content", "load_demo_accounts"):
        if command in get_commands():
            step(command.replace("_", " "), lambda command=command: call_command(command, verbosity=0))
    prepared.remember()


def collect_static() -> None:
    """Hash and compress the static files, unless they are those of the last time."""
    found = [storage.path(name) for finder in get_finders() for name, storage in finder.list([])]
    seen = "\n".join(f"{path} {Path(path).stat().st_mtime_ns}" for path in sorted(found))
    stamp = settings.STATIC_ROOT.with_name("static-stamp")
    if not stamp.exists() or stamp.read_text() != seen:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(seen)


def step(name: str, work: Callable[[], object]) -> None:
    """Show what is being done and how long it took; stop when a step says it failed."""
    print(f"  {name} ...", end=" ", flush=True)
    began = time.monotonic()
    if isinstance(code := work(), int) and code:
        sys.exit(f"\n{name} failed; see above.")
    print(f"{time.monotonic() - began:.1f} s", flush=True)


def serve(port: str) -> int:
    # In a session of its own, so that Ctrl-C reaches us alone: told twice at once, the server doesn't end.
    server = subprocess.Popen((*SERVER, "--port", port), cwd=ROOT, env=environment(), start_new_session=True)
    try:
        until_it_answers(server, port)
        print(f"\nLapotne is at http://127.0.0.1:{port}/   (Ctrl-C ends it)\n", flush=True)
        django.setup()
        call_command("demo_accounts")
        # Learning the words of twelve languages takes a while; meanwhile the server serves, and comes first.
        os.nice(LAST)
        call_command("index_search", verbosity=0)
        return wait(server)
    finally:
        end(server)


def until_it_answers(server: subprocess.Popen[bytes], port: str) -> None:
    """An address that is shown is one that may be opened; a server that ended has said why."""
    while not is_answered(port):
        if (code := server.poll()) is not None:
            sys.exit(code or 1)
        time.sleep(SECONDS_BETWEEN_KNOCKS)


def wait(server: subprocess.Popen[bytes]) -> int:
    """Until it ends; each minute what is due of the site's texts is published, as a timer does elsewhere."""
    while True:
        try:
            return server.wait(SECONDS_BETWEEN_PUBLISHING)
        except subprocess.TimeoutExpired:
            call_command("publish_scheduled", verbosity=0)


def end(server: subprocess.Popen[bytes]) -> None:
    """Ask the server to end; whoever doesn't in time is ended with all of its workers."""
    server.terminate()
    try:
        server.wait(SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def refuse_taken(port: str) -> None:
    """Two servers would share a port without a word, and answer by turns."""
    if is_answered(port):
        sys.exit(f"Something answers on port {port} already: end it, or choose another: LAPOTNE_PORT=8001 ./dev run")


def is_answered(port: str) -> bool:
    with socket.socket() as knock:
        return knock.connect_ex(("127.0.0.1", int(port))) == 0
