"""Habit 10: every field is classified, and what is personal says how long it is kept."""

from django.apps import apps

from lapotne.config.privacy import CLASSES, classification


def fields_of_tables() -> dict[str, set[str]]:
    models = apps.get_models(include_auto_created=True)
    return {
        model._meta.label: {field.name for field in model._meta.local_concrete_fields}
        for model in models
        if model._meta.managed and not model._meta.proxy
    }


def test_every_field_of_every_table_is_classified_and_no_other():
    listed = {table: set(fields) - {"retention"} for table, fields in classification().items()}
    assert listed == fields_of_tables()


def test_a_class_is_open_personal_or_sealed():
    given = {kind for fields in classification().values() for name, kind in fields.items() if name != "retention"}
    assert given <= CLASSES


def test_what_is_not_open_says_how_long_it_is_kept():
    silent = [
        table
        for table, fields in classification().items()
        if {"personal", "sealed"} & set(fields.values()) and not fields.get("retention")
    ]
    assert not silent
