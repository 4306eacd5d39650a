"""The list of processes that use the embedded server is never left in pieces, and half of one stops nobody."""

import json
import os
import sys
from subprocess import Popen

import pytest

from lapotne.config.postgres.embedded import USERS, forget_dead_processes

MANY_TIMES = """
import sys
from pathlib import Path
from lapotne.config.postgres.embedded import forget_dead_processes
for _time in range(200):
    forget_dead_processes(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("left", ["[]31, 628]", "", "[12", "nobody"])
def test_what_a_killed_process_left_in_pieces_is_mended(tmp_path, left):
    (tmp_path / USERS).write_text(left)
    forget_dead_processes(tmp_path)
    assert (tmp_path / USERS).read_text() == "[]"


def test_the_living_stay(tmp_path):
    nobody = 2**22 + 1
    (tmp_path / USERS).write_text(json.dumps([os.getpid(), nobody]))
    forget_dead_processes(tmp_path)
    assert json.loads((tmp_path / USERS).read_text()) == [os.getpid()]
    assert [file.name for file in tmp_path.iterdir()] == [USERS]


def test_two_at_once_lose_nobody(tmp_path):
    (tmp_path / USERS).write_text(json.dumps([os.getpid()]))
    both = [Popen([sys.executable, "-c", MANY_TIMES, str(tmp_path)]) for _one in range(2)]  # noqa: S603
    assert [one.wait() for one in both] == [0, 0]
    assert json.loads((tmp_path / USERS).read_text()) == [os.getpid()]
