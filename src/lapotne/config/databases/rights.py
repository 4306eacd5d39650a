"""What a role may do with the tables of a database, as its file of rights says: nothing that isn't written there."""

import tomllib
from pathlib import Path

KINDS = {"change": "SELECT, INSERT, UPDATE, DELETE", "add": "SELECT, INSERT", "read": "SELECT"}

type Rights = dict[str, list[str]]
"""Tables by kind of right."""


class UnknownRightError(ValueError):
    """The file names a kind of right that there isn't."""


def rights_of(database: str) -> Rights:
    file = Path(__file__).with_name(f"{database}.toml")
    said: Rights = {kind: list(tables) for kind, tables in tomllib.loads(file.read_text()).items()}
    if unknown := said.keys() - KINDS.keys():
        raise UnknownRightError(f"{file.name}: {', '.join(sorted(unknown))} is no right; write {', '.join(KINDS)}.")
    return said
