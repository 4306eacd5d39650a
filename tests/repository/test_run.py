"""`./dev run` ends all that it started, and takes no port that somebody else answers on."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools import run

DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"


def test_a_server_that_does_not_listen_is_ended_all_the_same(monkeypatch):
    monkeypatch.setattr(run, "SECONDS_TO_END", 0.2)
    command = (sys.executable, "-c", DEAF)
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as server:  # noqa: S603 -- ours
        server.stdout.readline()
        run.end(server)
        assert server.returncode == -signal.SIGKILL


@pytest.mark.enable_socket
def test_a_port_on_which_somebody_answers_is_not_taken():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(SystemExit, match="LAPOTNE_PORT"):
            run.refuse_taken(str(port))
    run.refuse_taken(str(port))


@pytest.mark.enable_socket
def test_a_worker_that_dies_is_replaced():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = (*run.SERVER[:-1], "--port", port, "--respawn-interval", "0.1", "wsgiref.simple_server:demo_app")
    with subprocess.Popen(command, start_new_session=True) as server:  # noqa: S603 -- ours
        try:
            run.until_it_answers(server, port)
            died = workers(server)
            for worker in died:
                os.kill(worker, signal.SIGKILL)
            until(lambda: server.poll() is not None or workers(server) - died)
            assert server.poll() is None
            run.until_it_answers(server, port)
        finally:
            run.end(server)


def workers(server) -> set[int]:
    return {int(number) for number in Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()}


def until(it_is_so) -> None:
    ends = time.monotonic() + 20
    while not it_is_so():
        assert time.monotonic() < ends
        time.sleep(0.05)
