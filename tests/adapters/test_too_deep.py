"""However deep a text nests, reading it ends in a problem with its line, never in the end of the process."""

import subprocess
import sys

import pytest

# Composed in C these overflow the stack of a thread, which no exception tells of: only another process survives it.
READ = """
import sys, threading
from lapotne.adapters.yaml_text.reading import read_tree
threading.stack_size(2_000_000)
reading = threading.Thread(target=lambda: print(read_tree(sys.stdin.read(), "f")[1][0].message))
reading.start()
reading.join()
"""
DEEP = {
    "brackets": "a: " + "[" * 30_000,
    "brackets that quoted ones close": "a: " + '["]",' * 30_000 + "]" * 30_000,
    "braces that comments close": "a: " + "{a: #}\n" * 30_000,
    "dashes after a carriage return": "a:\r" + "- " * 30_000,
    "dashes after another end of line": "a:\x85" + "- " * 30_000,
    "question marks": "? " * 30_000,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_a_text_nested_deep_ends_in_words(text):
    command = (sys.executable, "-c", READ)
    run = subprocess.run(command, input=text.encode(), capture_output=True, check=False)  # noqa: S603 -- ours
    assert run.returncode == 0
    assert b"more than 60 levels deep" in run.stdout
