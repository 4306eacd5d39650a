"""Room for a request's frames at once, however deep it goes.

Python asks the system for frames in pieces of 16 KB and gives a piece back as soon as it is left. Django's layers end
one somewhere among loops of a page, each of whose calls would then ask and give back anew.
"""

from collections.abc import Callable
from typing import Any

ROOM = 70_000
"""Words of a frame that is never filled: the piece that holds it is a megabyte, of which only what is used is taken."""

type Application = Callable[[dict[str, Any], Callable[..., Any]], Any]


def within[**P, T](call: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """What `call` returns; it runs with half a megabyte of room."""
    return call(*arguments, **named)


within.__code__ = within.__code__.replace(co_stacksize=ROOM)


def roomy(application: Application) -> Application:
    """The same application, each of whose requests has room."""
    return lambda environ, start_response: within(application, environ, start_response)
