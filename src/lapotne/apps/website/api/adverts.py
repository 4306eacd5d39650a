"""A job offer checked for a program, such as a job board or a phone app: the flags of the page, kept nowhere."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Field, Router, Schema

from lapotne.apps.website import queries
from lapotne.domain.adverts.bilingual import check_offer as checked
from lapotne.domain.adverts.checking import LONGEST
from lapotne.domain.adverts.findings import Finding
from lapotne.domain.adverts.guessing import guessed

type Names = dict[str, str]

LANGUAGE = "^(" + "|".join(code for code, _ in settings.LANGUAGES) + ")$"
BY_LANGUAGE = "By language code; a language may be missing."

router = Router(tags=["offers"])


class OfferIn(Schema):
    """A job offer; it is looked at once and kept nowhere."""

    text: str = Field(min_length=1, max_length=LONGEST, description="The offer as it was written.")
    language: str | None = Field(None, pattern=LANGUAGE, description="Code of its language; left out: guessed.")


class SpanOut(Schema):
    start: int = Field(description="First character, counted from 0 in Unicode code points.")
    end: int = Field(description="Character after the last.")


class FindingOut(Schema):
    flag: str
    strength: str = Field(description="strong: no honest employer needs this; weak: honest offers do it too.")
    spans: list[SpanOut] = Field(description="The words that raised it; empty where something isn't said.")
    names: Names = Field(description=BY_LANGUAGE)
    why: Names = Field(description=BY_LANGUAGE)
    check: Names = Field(description=BY_LANGUAGE)


class OfferOut(Schema):
    """What was found. Nothing found doesn't make an offer safe."""

    language: str
    is_short: bool = Field(description="Whether the text is so short that what is missing tells little.")
    findings: list[FindingOut]


@router.post("/check", response=OfferOut, summary="Warning signs in a job offer")
def check_offer(request: HttpRequest, offer: OfferIn, response: HttpResponse) -> dict[str, object]:
    response["Cache-Control"] = "no-store"
    adverts = queries.adverts()
    language = offer.language or guessed(offer.text, adverts.common, settings.LANGUAGE_CODE)
    report = checked(offer.text, adverts.rules, adverts.common, language)
    return {
        "language": report.language,
        "is_short": report.is_short,
        "findings": [_finding(finding) for finding in report.findings],
    }


def _finding(finding: Finding) -> dict[str, object]:
    flag = queries.adverts().flags[finding.flag]
    return {
        "flag": finding.flag,
        "strength": finding.strength.value,
        "spans": [{"start": span.start, "end": span.end} for span in finding.spans],
        "names": dict(flag.names),
        "why": dict(flag.why),
        "check": dict(flag.check),
    }
