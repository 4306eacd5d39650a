"""What an offer meets, where and for which municipalities, in which languages, who pays and on what ground."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from lapotne.adapters.shapes.conditions import LANGUAGES
from lapotne.apps.mechanism.forms.editing.parts import Part, Raw, named
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities.presenters import alphabetical, called
from lapotne.domain.mechanism.towns import Municipality, kilometres_between

OWN, LISTED, COUNTRY, REGION = "own", "listed", "country", "region"
NOBODY_SAID, EVERYWHERE = "", "everywhere"
NEAREST = 12
PAYERS = (
    ("", gettext_lazy("nobody said")),
    ("state", gettext_lazy("the state")),
    ("municipality", gettext_lazy("the municipality")),
    ("ngo", gettext_lazy("a non-governmental organisation")),
    ("eu_project", gettext_lazy("an EU project")),
    ("victim", gettext_lazy("the person themselves")),
    ("other", gettext_lazy("somebody else")),
    ("unknown", gettext_lazy("unknown")),
)


class TermsForm(Part):
    """Everything about an offer that is neither its words nor its hours."""

    area = forms.ChoiceField(label=gettext_lazy("Whom it serves"), widget=forms.RadioSelect)
    codes = forms.MultipleChoiceField(
        label=gettext_lazy("These municipalities"), required=False, widget=forms.CheckboxSelectMultiple
    )
    place = forms.ChoiceField(label=gettext_lazy("Where it is"), required=False)
    confidential = forms.BooleanField(label=gettext_lazy("Its town must not be shown to anybody"), required=False)
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages spoken"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None chosen: nobody listed them."),
    )
    payer = forms.ChoiceField(label=gettext_lazy("Who pays"), choices=PAYERS, required=False)
    legal_basis = forms.CharField(label=gettext_lazy("Legal basis"), required=False, max_length=600)
    since = forms.DateField(label=gettext_lazy("Exists since"), required=False)
    until = forms.DateField(label=gettext_lazy("Exists until"), required=False)

    def __init__(self, *args: Any, town: Municipality, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.town = town
        chosen = self.initial.get("codes") or []
        self.fields["area"].choices = _areas(self.initial.get("area") or OWN)
        self.fields["codes"].choices = municipalities_near(town, chosen)
        self.fields["place"].choices = _places(town, self.initial.get("place"), self.fields["codes"].choices)
        self.fields["languages"].choices = _languages(self.initial.get("languages") or [])
        for day in ("since", "until"):
            self.fields[day].widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")

    @classmethod
    def initial_of(cls, raw: Raw) -> dict[str, Any]:
        area, valid, basis = raw.get("area"), raw.get("valid") or {}, raw.get("legal_basis")
        return {
            "area": LISTED if isinstance(area, list) else area or OWN,
            "codes": area if isinstance(area, list) else [],
            "place": raw.get("place", OWN) or NOBODY_SAID,
            "confidential": bool(raw.get("confidential")),
            "languages": raw.get("languages") or [],
            "payer": raw.get("payer") or "",
            "legal_basis": named(basis) if isinstance(basis, Mapping) else basis or "",
            "since": valid.get("since"),
            "until": valid.get("until"),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("area") == LISTED and not cleaned.get("codes"):
            self.add_error("codes", _("Choose the municipalities, or say that it serves its own."))
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day comes before the first."))
        return cleaned

    def wanted(self, before: Raw) -> dict[str, Any]:
        """As every part; but a place of nobody's knowledge is written as null, which isn't the same as left out."""
        laid = super().wanted(before)
        if "place" in self.changed_data:
            laid["place"] = self.cleaned_data["place"] or None
        return laid

    def answers(self) -> dict[str, Any]:
        asked = {name: ANSWERS[name](self.cleaned_data) for name in ANSWERS if ASKED[name] & set(self.changed_data)}
        return {name: value or None for name, value in asked.items()}


class ServiceTermsForm(TermsForm):
    """A service also says which needs it meets; a competence meets the need of its name."""

    meets = forms.MultipleChoiceField(
        label=gettext_lazy("Needs it meets"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one need that it meets.")},
    )

    def __init__(self, *args: Any, groups: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meets"].choices = [
            (groups.get(group, group), [(need.key, named(need.names, need.key)) for need in members])
            for group, members in groupby(reference().needs.values(), lambda need: need.group)
        ]

    @classmethod
    def initial_of(cls, raw: Raw) -> dict[str, Any]:
        return super().initial_of(raw) | {"meets": raw.get("meets") or []}

    def answers(self) -> dict[str, Any]:
        return super().answers() | {"meets": self.cleaned_data["meets"]}


def _area_of(cleaned: Mapping[str, Any]) -> object:
    return cleaned["codes"] if cleaned["area"] == LISTED else cleaned["area"]


def _valid_of(cleaned: Mapping[str, Any]) -> dict[str, str]:
    days = {name: cleaned.get(name) for name in ("since", "until")}
    return {name: day.isoformat() for name, day in days.items() if day}


ANSWERS = {
    "area": _area_of,
    "confidential": lambda cleaned: cleaned["confidential"],
    LANGUAGES: lambda cleaned: cleaned[LANGUAGES],
    "payer": lambda cleaned: cleaned["payer"],
    "legal_basis": lambda cleaned: cleaned["legal_basis"].strip(),
    "valid": _valid_of,
}
ASKED = {name: {name} for name in ANSWERS} | {"area": {"area", "codes"}, "valid": {"since", "until"}}


def municipalities_near(town: Municipality, chosen: list[str]) -> list[tuple[str, str]]:
    """The town, its nearest neighbours of today and those chosen already, by code and name."""
    known = reference()
    everywhere = known.municipalities.values()
    here = [other for other in everywhere if other.country == town.country and not other.valid.until]
    by_way = sorted(here, key=lambda other: (kilometres_between(town, other) or 0.0, other.key))
    near = {other.code: other for other in by_way[: NEAREST + 1]}
    far = {code: known.by_code[code][-1] for code in chosen if code in known.by_code}
    reader = get_language() or "en"
    return [(code, str(called(one.names, reader, one.country)) or one.key) for code, one in (near | far).items()]


def _areas(now: str) -> list[tuple[str, str]]:
    offered = [(OWN, _("this municipality")), (LISTED, _("these municipalities:"))]
    wider = {COUNTRY: _("the whole country"), REGION: _("the whole region")}
    return [*offered, *([(now, wider[now])] if now in wider else [])]


def _places(town: Municipality, now: str | None, near: list[tuple[str, str]]) -> list[tuple[str, str]]:
    elsewhere = [(code, name) for code, name in near if code != town.code]
    if now and now not in (OWN, EVERYWHERE, *dict(near)):
        elsewhere.append((now, now))
    return [
        (OWN, _("in this municipality")),
        (EVERYWHERE, _("everywhere: they come, or no way is needed")),
        (NOBODY_SAID, _("nobody said")),
        *elsewhere,
    ]


def _languages(chosen: list[str]) -> list[tuple[str, str]]:
    known = {code: named(names, code) for code, names in reference().attributes[LANGUAGES].values.items()}
    offered = known | {code: known.get(code, code) for code in chosen}
    place = alphabetical(get_language() or "en")
    return sorted(offered.items(), key=lambda item: place(item[1]))
