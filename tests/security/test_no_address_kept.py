"""No reader's address is written anywhere: the real server is asked from a marked one, and all it wrote is searched."""

import http.client
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.db import connections

from lapotne.config.postgres import embedded
from tools.run import SERVER

READER, FORWARDED, PLANTED = "127.45.67.89", "203.0.113.77", "127.98.76.54"
"""The reader's own, the one that a proxy would tell, and the control's, which the database's journal keeps."""

LOGIN = "/en/staff/account/login/"
FACTS = urlencode({"sex": "female", "age": "adult"})
FORM = {"Content-Type": "application/x-www-form-urlencoded"}

UNWARMED = "tests.security.unwarmed:application"
"""What the server asks itself before its first reader takes five seconds, and comes from no reader."""

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("demo")]


def test_no_log_no_table_and_no_file_holds_a_readers_address(tmp_path):
    began = time.time()
    with served(tmp_path, "--log-level", "info", LAPOTNE_PROXIES="0") as port:
        statuses = read_as_a_marked_reader(port)
    assert {200, 302, 400, 403, 404} <= set(statuses)
    assert holding(tmp_path, since=began) == []


def test_an_address_that_is_logged_would_be_found_and_behind_a_proxy_nothing_else_is(tmp_path):
    """The control: the server's log of accesses turned on. What the proxy told stands nowhere, not even there."""
    began = time.time()
    logging = ("--log-level", "info", "--access-log")
    with served(tmp_path, *logging, LAPOTNE_PROXIES="1") as port:
        statuses = read_as_a_marked_reader(port)
    assert {200, 302, 400, 403, 404} <= set(statuses)
    assert holding(tmp_path, since=began) == [f"server.log: {READER}"]


def test_an_address_in_the_database_would_be_found(tmp_path):
    """The control: counted by the address itself, as without the key of lapotne.config.keys."""
    began = time.time()
    with connections["default"].cursor() as cursor:
        cursor.execute("INSERT INTO attempts VALUES (%s, 'x', now() + interval '1 hour')", [f"ip:{PLANTED}"])
    (tmp_path / "server.log").touch()
    assert any(PLANTED in found for found in holding(tmp_path, since=began, sought=(PLANTED,)))


def test_whoever_starts_the_server_for_a_town_turns_no_log_of_accesses_on():
    written = [*SERVER, *(file.read_text(encoding="utf-8") for file in Path("deploy").iterdir())]
    assert not [text for text in written if "access-log" in text or "ACCESS" in text]


def read_as_a_marked_reader(port: int) -> list[int]:
    """What a reader asks, what a searcher of holes asks, and tries to sign in until they are too many."""
    wanted = [("GET", "/"), ("GET", "/uk/"), ("GET", "/uk/help/lv-demo/bed/"), ("POST", "/uk/help/lv-demo/bed/"),
              ("GET", "/uk/leave/"), ("GET", "/uk/leave/on/"), ("GET", "/uk/no-such/"), ("DELETE", "/uk/"),
              ("GET", "/uk/help/lv-demo/bed/?at=%00"), ("GET", "/en/staff/"), ("POST", LOGIN)]  # fmt: skip
    statuses = [ask(port, method, path) for method, path in wanted]
    statuses.append(ask(port, "GET", "/uk/", Host="elsewhere.example"))
    return statuses + tries_to_sign_in(port)


def tries_to_sign_in(port: int) -> list[int]:
    with asked(port, "GET", LOGIN) as answer:
        page, cookie = answer.read().decode(), answer.headers["Set-Cookie"].partition(";")[0]
    token = page.partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]
    said = urlencode({"login": "nobody", "password": "wrong", "csrfmiddlewaretoken": token})
    headers = {"Cookie": cookie, "Origin": f"http://127.0.0.1:{port}"}
    return [ask(port, "POST", LOGIN, said, **headers) for _try in range(4)]


def ask(port: int, method: str, path: str, body: str = FACTS, **headers: str) -> int:
    with asked(port, method, path, body, **headers) as answer:
        return answer.status


@contextmanager
def asked(port: int, method: str, path: str, body: str = FACTS, **headers: str) -> Iterator[http.client.HTTPResponse]:
    """The answer to somebody who comes from READER, through a proxy that says FORWARDED."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20, source_address=(READER, 0))
    told = {"X-Forwarded-For": FORWARDED, "X-Real-IP": FORWARDED, "Forwarded": f"for={FORWARDED}", **FORM, **headers}
    with closing(connection):
        connection.request(method, path, body if method == "POST" else None, told)
        with connection.getresponse() as answer:
            yield answer


@contextmanager
def served(folder: Path, *options: str, **variables: str) -> Iterator[int]:
    """The product served by its real server, from the database of the tests."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    here = connections["default"].get_connection_params()
    address = f"postgresql://{here['user']}@/{here['dbname']}?host={here['host']}"
    said = {
        "DJANGO_SETTINGS_MODULE": "lapotne.config.settings_test",
        "LAPOTNE_VAR": str(folder / "var"),
        "LAPOTNE_APP_DATABASE_URL": address,
        "PATH": f"{Path('.venv/bin').resolve()}:{os.environ['PATH']}",
    }
    command = [*SERVER[:-1], "--port", str(port), *options, UNWARMED]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(command, env={**os.environ, **said, **variables}, stdout=log, stderr=log)  # noqa: S603
        try:
            wait_for(port)
            yield port
        finally:
            server.terminate()
            server.wait(30)


def wait_for(port: int) -> None:
    for _look in range(1800):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the server doesn't answer")


def holding(folder: Path, since: float, sought: tuple[str, ...] = (READER, FORWARDED)) -> list[str]:
    """Each file of the server and of its database, touched since, with the address in it."""
    if embedded.is_wanted():
        embedded.as_administrator("CHECKPOINT")
    written = [content for root in (folder, embedded.data_folder()) for content in contents(root, since)]
    assert len(written) > 3
    return [f"{name}: {mark}" for name, content in written for mark in sought if mark.encode() in content]


def contents(root: Path, since: float) -> Iterator[tuple[str, bytes]]:
    """Files touched since; the database takes away its own while others go on."""
    for file in root.rglob("*"):
        with suppress(FileNotFoundError):
            if file.is_file() and file.stat().st_mtime >= since - 1:
                yield file.name, file.read_bytes()
