"""A town's protocol for everybody: the steps, their times and the law; nothing that is for staff only."""

from dataclasses import replace
from datetime import date
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lapotne.adapters.publication import public_mechanism
from lapotne.apps.mechanism.presenters.protocol import shown
from lapotne.apps.mechanism.queries.protocols import protocol_in_force
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.municipalities.presenters import name
from lapotne.apps.website import queries
from lapotne.apps.website.views.content import made_once


@require_safe
def protocol(request: HttpRequest, municipality: str) -> HttpResponse:
    town, today = request.municipality, timezone.localdate()
    known_by = ("protocol", municipality, today, queries.mechanisms_stamp())
    return made_once(request, known_by, partial(protocol_made, town=town, today=today))


def protocol_made(request: HttpRequest, town: Municipality, today: date) -> HttpResponse:
    found = protocol_in_force(town, today)
    context = {
        "municipality": town,
        "town_name": name(town, get_language()),
        "shown": shown(replace(found, mechanism=public_mechanism(found.mechanism), own=frozenset())),
    }
    return render(request, "website/protocol.html", context)
