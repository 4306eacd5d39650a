"""A request's frames have room at once: no depth of it at which each call asks the system for memory."""

import resource
import sys
from threading import Thread

import pytest

from lapotne.config.frames import roomy, within

CALLS, DEPTH = 500, 250


def leaf(*_anything: object) -> None:
    pass


# Larger than what calls it: where no more of those have room, this has none either.
leaf.__code__ = leaf.__code__.replace(co_stacksize=100)


def asked_for(depth: int = DEPTH) -> list[int]:
    """How often each of these depths asks for memory while it calls something in a loop."""
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
    for _call in range(CALLS):
        leaf(1, 2, 3)
    own = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before
    return [own, *(asked_for(depth - 1) if depth else [])]


def in_a_thread(call) -> list[int]:
    """Where no frames lie yet."""
    found: list[int] = []
    thread = Thread(target=lambda: found.extend(call()))
    thread.start()
    thread.join()
    return found


def test_no_depth_of_a_request_asks_at_every_call():
    application = roomy(lambda _environ, _start_response: asked_for())
    assert max(in_a_thread(lambda: application({}, leaf))) < CALLS / 10


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="how a later Python keeps frames isn't known here")
def test_without_room_there_is_such_a_depth():
    """The control."""
    assert max(in_a_thread(asked_for)) >= CALLS


def test_what_is_called_gets_its_arguments_and_its_errors_come_through():
    assert within(divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        within(divmod, 7, 0)
