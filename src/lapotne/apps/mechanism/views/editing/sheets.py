"""One editing page: the form as it was left, what it would do to the gaps, and saving it with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from lapotne.adapters.problems import FileProblemsError
from lapotne.apps.mechanism.actions.editing import due_again, edit
from lapotne.apps.mechanism.actions.saving import EditedMeanwhileError
from lapotne.apps.mechanism.forms.editing.entries import Asked, EntryForms
from lapotne.apps.mechanism.forms.editing.numbers import number_in
from lapotne.apps.mechanism.forms.editing.saving import SavingForm
from lapotne.apps.mechanism.presenters.editing import changes, problems, versions
from lapotne.apps.mechanism.presenters.words.offers import named
from lapotne.apps.mechanism.presenters.words.states import group
from lapotne.apps.mechanism.queries import documents
from lapotne.apps.mechanism.queries.desks import Desk, Raw
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.mechanism.queries.trials import trial
from lapotne.apps.mechanism.views.editing import gates
from lapotne.domain.mechanism.difference import difference
from lapotne.domain.mechanism.editing import Edit, edited
from lapotne.domain.mechanism.layers import Path, at
from lapotne.domain.mechanism.mended import all_confirmed, opens_otherwise

PREVIEW, SAVE = "preview", "save"
CANT_BE, EDITED_MEANWHILE = 422, 409
"""HTTP: what was sent can't be taken as it is; it meets a newer version."""

type MakeForms = Callable[[Asked, QueryDict | None], EntryForms]
type PathFor = Callable[[Raw], Path]


@dataclass(frozen=True)
class Sheet:
    """What is edited: the entry (empty for a new one), its forms, where it goes, and the page around it.

    `path_for` gives the place by the entry wanted: a new one gets its key from its name.
    """

    desk: Desk
    entry_at: Path | None
    path_for: PathFor
    make_forms: MakeForms
    template: str
    back: str
    words: Mapping[str, Any] = field(default_factory=dict)
    action: str = ""

    def entry_in(self, document: Raw) -> Raw:
        if self.entry_at is None:
            return {}
        found = at(self.desk.with_document(document).effective(self.desk.municipality.key).raw, self.entry_at)
        return found if isinstance(found, Mapping) else {}


def sheet_page(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """The page for a reader (GET), or for the answers sent back (POST)."""
    if request.method != "POST":
        return shown(request, sheet, _forms(request, sheet, sheet.desk.document, None), _saving(sheet.desk))
    desk, saving = sheet.desk, SavingForm(request.POST)
    base = _base(desk, saving)
    forms = _forms(request, sheet, base, request.POST)
    if "add" in request.POST:
        return shown(request, sheet, forms, _saving(desk, request.POST))
    may_save = saving.is_valid()
    if not forms.is_valid():
        return shown(request, sheet, forms, saving, status=CANT_BE)
    change = Edit(sheet.path_for(forms.wanted()), forms.wanted())
    if may_save and request.POST.get("act") == SAVE:
        return _save(request, sheet, forms, saving, change)
    return shown(request, sheet, forms, saving, change=change)


def suggested_page(request: HttpRequest, sheet: Sheet, entry: Raw) -> HttpResponse:
    """The page filled with an entry that a mend suggests, and already judged."""
    forms = sheet.make_forms(_asked(request, sheet, entry), None)
    change = Edit(sheet.path_for(entry), entry)
    return shown(request, sheet, forms, _saving(sheet.desk), change=change)


def shown(
    request: HttpRequest,
    sheet: Sheet,
    forms: EntryForms,
    saving: SavingForm,
    *,
    change: Edit | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page with the form as it is, and with what a change would do, if there is one."""
    context = {
        "forms": forms,
        "saving": saving,
        "back": sheet.back,
        "action": sheet.action or request.path,
        "has_errors": status == CANT_BE,
        **sheet.words,
    }
    if change is not None:
        context |= _judged_change(sheet, change, gates.role(request))
    if request.htmx:
        # htmx shows nothing of an answer that failed, and the panel says what is wrong.
        return render(request, "mechanism/parts/difference.html", context | {"error_list": forms.told()})
    return render(request, sheet.template, context, status=status)


def _judged_change(sheet: Sheet, change: Edit, role: str) -> dict[str, Any]:
    """What a change would do, as it is and once the institution has confirmed it, and the words that it may belie."""
    desk, wanted = sheet.desk, change.wanted or {}
    agreed = all_confirmed(wanted, on=desk.today, by=role, due=due_again(desk.today))
    own, upper = desk.document, desk.upper.raw
    found = judged(desk, edited(own, upper, change), edited(own, upper, replace(change, wanted=agreed)))
    before = desk.entry(change.path) or {}
    return found | {"description": named(wanted.get("what") or {}) if opens_otherwise(before, wanted) else ""}


def judged(desk: Desk, document: Raw, agreed: Raw | None = None) -> dict[str, Any]:
    """What a document would do, for the page; `agreed` is the same once what changes in it is confirmed."""
    found = trial(desk, document, agreed)
    zone = desk.municipality.time_zone
    later = found.once_adopted
    return {
        "trial": found,
        "problems": problems.shown(found.problems, document),
        "warnings": problems.shown(found.warnings, document),
        "at_once": changes.shown(found.at_once, zone),
        "once_adopted": None if later is None else changes.shown(later, zone),
        "once_confirmed": None if found.once_confirmed is None else changes.shown(found.once_confirmed, zone),
    }


def _save(request: HttpRequest, sheet: Sheet, forms: EntryForms, saving: SavingForm, change: Edit) -> HttpResponse:
    desk, cleaned = sheet.desk, saving.cleaned_data
    try:
        version = edit(
            desk=desk, change=change, on_version=cleaned["over"], by=request.user, at=timezone.now(),
            reason=cleaned["reason"].strip(),
        )  # fmt: skip
    except EditedMeanwhileError:
        return _both(request, sheet, forms, saving, change)
    except FileProblemsError:
        return shown(request, sheet, forms, saving, change=change, status=CANT_BE)
    messages.success(request, _("Saved as version %(number)s.") % {"number": version.number})
    return redirect(sheet.back)


def _both(request: HttpRequest, sheet: Sheet, forms: EntryForms, saving: SavingForm, change: Edit) -> HttpResponse:
    """Somebody saved meanwhile: theirs and one's own side by side, the form as it was left."""
    desk = sheet.desk
    base = _base(desk, saving)
    theirs = versions.differences(list(difference(base, desk.document)), base, desk.document)
    mine = edited(base, desk.upper.raw, change)
    words = {
        "theirs": theirs,
        "mine": versions.differences(list(difference(base, mine)), base, mine),
        "their_version": desk.saved,
    }
    again = _saving(desk, request.POST, base=saving.cleaned_data["base"])
    sheet = Sheet(
        desk, sheet.entry_at, sheet.path_for, sheet.make_forms, sheet.template, sheet.back, {**sheet.words, **words}
    )
    return shown(request, sheet, forms, again, change=change, status=EDITED_MEANWHILE)


def _forms(request: HttpRequest, sheet: Sheet, document: Raw, data: QueryDict | None) -> EntryForms:
    return sheet.make_forms(_asked(request, sheet, sheet.entry_in(document)), data)


def _asked(request: HttpRequest, sheet: Sheet, entry: Raw) -> Asked:
    today = sheet.desk.today
    word = {"on": today.isoformat(), "by": gates.role(request), "due": due_again(today).isoformat()}
    groups = {need.group: group(need.group) for need in reference().needs.values()}
    town = reference().municipalities[sheet.desk.municipality.key]
    return Asked(entry, town, word, groups, is_new=sheet.entry_at is None)


def _base(desk: Desk, saving: SavingForm) -> Raw:
    """The document that was opened; the newest where that can't be told."""
    number = number_in(saving.data.get("base"))
    if number is None or number == desk.number or desk.layer is None:
        return desk.document
    opened = documents.version(desk.layer, number)
    return opened.document if opened else desk.document


def _saving(desk: Desk, data: QueryDict | None = None, base: int | None = None) -> SavingForm:
    number = desk.number if base is None else base
    said = {"reason": data.get("reason", "")} if data else {}
    if data and base is None:
        number = number_in(data.get("base")) or number
    return SavingForm(initial={"base": number, "over": desk.number, **said})
