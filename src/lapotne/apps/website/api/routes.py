"""The addresses for programs, under /api/v1/."""

from datetime import datetime
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, override
from ninja import NinjaAPI, Path, Query, Router
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import queries as municipalities
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.rulebooks.api import router as law
from lapotne.apps.website import queries
from lapotne.apps.website.api.adverts import router as offers
from lapotne.apps.website.api.answers import answer_out
from lapotne.apps.website.api.schemas import AnswerOut, Ask, MunicipalityOut, NeedOut, Problem
from lapotne.apps.website.forms import FactsForm, MomentError, moment_of, written_facts
from lapotne.domain.mechanism.needs import Profile
from lapotne.domain.moments.clock import utc_minute

NOT_FOUND, UNPROCESSABLE = 404, 422
NO_PAGE = "No such address; /api/v1/openapi.json lists all there are."
Key = Annotated[str, Path(pattern="^[-a-z0-9]+$", max_length=64, description="Key of a municipality.")]
PROBLEMS = {NOT_FOUND: Problem, UNPROCESSABLE: Problem}


class DescribedOnce(NinjaAPI):
    """Describing all addresses takes a hundredth of a second, and they are the same for as long as the server runs."""

    _described: OpenAPISchema | None = None

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """As the library makes it."""
        if path_prefix or path_params:
            return super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        if self._described is None:
            self._described = super().get_openapi_schema()
        return self._described


# No pages of its own: those would load scripts that our policy for browsers refuses.
api = DescribedOnce(
    title="Lapotne: who can help now, and what the law gives",
    version="1",
    description="Who can help a trafficked person, in a town, at a minute. Danger to life: call 112 first.",
    docs_url=None,
    urls_namespace="api",
)


@api.exception_handler(ValidationError)
def tell_what_is_wrong(request: HttpRequest, error: ValidationError) -> HttpResponse:
    said = "; ".join(f"{'.'.join(str(part) for part in one['loc'][1:])}: {one['msg']}" for one in error.errors)
    return api.create_response(request, {"detail": said}, status=UNPROCESSABLE)


@api.get("/municipalities", response=list[MunicipalityOut], summary="Municipalities of today")
def list_municipalities(request: HttpRequest) -> list[dict[str, object]]:
    towns = queries.towns(timezone.localdate())
    plain = ("key", "code", "names", "time_zone", "has_mechanism")
    return [{name: getattr(town, name) for name in plain} | {"country": town.country.code} for town in towns]


@api.get("/needs", response=list[NeedOut], summary="What a person may need, and how soon")
def list_needs(request: HttpRequest) -> list[object]:
    return list(reference().needs.values())


@api.get(
    "/municipalities/{key}/now",
    response={200: AnswerOut, **PROBLEMS},
    summary="Who can help now, nothing known of the person",
)
def who_can_help(
    request: HttpRequest,
    key: Key,
    need: str = Query(..., description="Key of a need."),
    at: str | None = Query(None, description="The town's local time, as 2026-11-18T03:00; left out: now."),
) -> dict[str, object]:
    return _answered(key, Ask(need=need, at=at))


@api.post(
    "/municipalities/{key}/now",
    response={200: AnswerOut, **PROBLEMS},
    summary="Who can help now, with facts about the person",
)
def who_can_help_a_person(request: HttpRequest, key: Key, ask: Ask, response: HttpResponse) -> dict[str, object]:
    response["Cache-Control"] = "no-store"
    return _answered(key, ask)


# Asked last, after the addresses that other apps bring.
last = Router()


@last.api_operation(["GET", "POST"], "/{path:elsewhere}", include_in_schema=False)
def elsewhere(request: HttpRequest, elsewhere: str) -> None:
    """A program gets its 404 as JSON too."""
    raise HttpError(NOT_FOUND, NO_PAGE)


api.add_router("/law", law)
api.add_router("/adverts", offers)
api.add_router("", last)


def _answered(key: str, ask: Ask) -> dict[str, object]:
    town, need, now = municipalities.by_key(key), reference().needs.get(ask.need), timezone.now()
    if town is None:
        raise HttpError(NOT_FOUND, "No municipality has this key; /api/v1/municipalities lists them.")
    if need is None:
        raise HttpError(NOT_FOUND, "No need has this key; /api/v1/needs lists them.")
    # What is wrong is told in English, as everything that programs are told.
    with override(settings.LANGUAGE_CODE):
        minute = _minute(ask, town, now)
        profile = Profile("asked", _facts(ask))
    found = queries.who_can_help(town, need, profile, minute=minute, now=now, caller=get_language())
    return answer_out(found.answer, found.mechanism, minute)


def _minute(ask: Ask, town: Municipality, now: datetime) -> int:
    try:
        return moment_of(ask.at, town.time_zone) if ask.at else utc_minute(now)
    except MomentError as error:
        raise HttpError(UNPROCESSABLE, str(error)) from error


def _facts(ask: Ask) -> dict[str, object]:
    form = FactsForm(reference(), written_facts(ask.facts))
    unknown = [name for name in ask.facts if name not in reference().attributes]
    if unknown:
        raise HttpError(UNPROCESSABLE, f"Not an attribute: {', '.join(unknown)}. The answer lists those that matter.")
    if not form.is_valid():
        wrong = "; ".join(f"{name}: {errors[0]}" for name, errors in form.errors.items())
        raise HttpError(UNPROCESSABLE, wrong)
    return form.facts()
