"""Reads of municipalities; those that ask for today get the date passed in."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import JSONField, Model, Q, QuerySet

from lapotne.apps.municipalities.models import Country, Municipality


def by_key(key: str) -> Municipality | None:
    """The municipality with its country; every page about a town asks, so the statement is put together once."""
    with connection.cursor() as cursor:
        cursor.execute(_statement_by_key(), [key])
        row = cursor.fetchone()
    if row is None:
        return None
    own = len(_fields(Municipality))
    found = _of_row(Municipality, row[:own])
    found.country = _of_row(Country, row[own:])
    return found


@lru_cache(maxsize=1)
def _statement_by_key() -> str:
    statement: str = Municipality.objects.select_related("country").filter(key="").query.sql_with_params()[0]
    return statement


def _of_row[M: Model](kind: type[M], row: Sequence[Any]) -> M:
    fields = _fields(kind)
    values = [
        field.from_db_value(value, None, connection) if isinstance(field, JSONField) else value
        for field, value in zip(fields, row, strict=True)
    ]
    return kind.from_db(connection.alias, [field.attname for field in fields], values)


def _fields(kind: type[Model]) -> Sequence[Any]:
    return kind._meta.concrete_fields  # noqa: SLF001 -- Django's own name for what it documents


def keys() -> frozenset[str]:
    """Of all municipalities that are known here, former ones too."""
    return frozenset(Municipality.objects.values_list("key", flat=True))


def every() -> QuerySet[Municipality]:
    """The municipalities of today and the former ones."""
    return Municipality.objects.select_related("country")


def country_by_code(code: str) -> Country | None:
    return Country.objects.filter(code=code).first()


def on(day: date) -> QuerySet[Municipality]:
    """The municipalities that exist on a day."""
    begun = Q(valid_from=None) | Q(valid_from__lte=day)
    not_ended = Q(valid_to=None) | Q(valid_to__gt=day)
    return Municipality.objects.filter(begun, not_ended).select_related("country")
