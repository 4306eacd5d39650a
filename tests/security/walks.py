"""Where a searcher goes: all public addresses of all towns for all needs, all pages of staff of a town."""

from collections.abc import Iterable, Iterator
from itertools import cycle, product

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from lapotne.apps.mechanism.queries.protocols import protocol_in_force
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import queries
from tests.languages import is_long
from tests.security.addresses import addresses
from tests.security.table import LINES

TOWNS = ("lv-demo", "lv-demo-neighbour", "lv-valmiera")
AT_NIGHT, BY_DAY = "2026-11-18T03:00", "2026-11-16T11:00"
A_WOMAN = {"sex": "female", "age": "adult"}
JSON = "application/json"

type Answered = tuple[str, HttpResponse]
"""An address and its answer."""


def public_answers(client: Client, town: str, *, of_no_town: bool = True) -> Iterator[Answered]:
    """Each public address of a town with its answer; needs by night and by day, asked and told of a woman."""
    for address in addresses():
        is_public = address.name in LINES and LINES[address.name].is_public and address.name != "website:answer"
        if is_public and (of_no_town or "lv-demo/" in address.asked):
            for path in (address.asked, address.asked.replace("/en/", "/lv/").replace("-a6", "-a4")):
                yield _got(client, path, town)
    for need in reference().needs:
        for language, at in (("en", AT_NIGHT), ("lv", BY_DAY)):
            path = f"/{language}/help/{town}/{need}/?at={at}"
            yield _got(client, path, town)
            yield f"POST {path}", client.post(path, A_WOMAN)
        api = f"/api/v1/municipalities/{town}/now"
        yield _got(client, f"{api}?need={need}&at={AT_NIGHT}", town)
        said = {"need": need, "at": BY_DAY, "facts": A_WOMAN}
        yield f"POST {api} {need}", client.post(api, said, content_type=JSON)


def staff_answers(client: Client, town: str) -> Iterator[Answered]:
    """Each page of staff on a town with its answer to somebody."""
    for address in addresses():
        if address.name.startswith("mechanism:") and "GET" in LINES[address.name].methods:
            yield _got(client, address.asked, town)
    for asked in _asked_of_staff(town):
        yield _got(client, f"/en/staff/{town}/{asked}", town)


def _asked_of_staff(town: str) -> Iterator[str]:
    """What pages say once they are asked: who stands behind an hour, who acts in a step, what a body offers.

    A step is asked about a woman and the next one about a man, a need by night and the next by day; in a proof both.
    """
    yield from (f"canopy/?{asked}" for asked in ("view=year", "view=table", "profile=woman&view=table"))
    yield "institutions/?show=to-confirm"
    for need, hour in _some(("bed", "advice_talk", "decide"), (AT_NIGHT, BY_DAY)):
        yield f"canopy/?need={need}&profile=woman&hour={hour}"
    steps = protocol_in_force(queries.by_key(town), timezone.localdate()).protocol.steps
    for step, profile in _some(steps, ("woman", "man")):
        yield f"protocol/now/?step={step.key}&profile={profile}&at={AT_NIGHT}"
    bodies = ("council", "men-shelter", "crisis-centre", "back-office", "night-shelter", "talkers")
    yield from (f"institutions/{body}/" for body in bodies)


def _some[What](of_all: Iterable[What], each_in_turn: Iterable[str]) -> Iterator[tuple[What, str]]:
    return product(of_all, each_in_turn) if is_long() else zip(of_all, cycle(each_in_turn), strict=False)


def _got(client: Client, path: str, town: str) -> Answered:
    path = path.replace("lv-demo/", f"{town}/")
    return path, client.get(path)
