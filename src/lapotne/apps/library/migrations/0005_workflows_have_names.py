"""What editors hand a text in to was named by a key: it is the name of the place whose reviewers read it."""

from babel.languages import get_official_languages
from django.db import migrations

OURS, WHOLE = "content:", "Lapotne"


def name_them(apps, _schema):
    municipalities = apps.get_model("municipalities", "Municipality")
    for model in ("Workflow", "Task"):
        for found in apps.get_model("wagtailcore", model).objects.filter(name__startswith=OURS):
            key = found.name.removeprefix(OURS)
            town = municipalities.objects.filter(key=key).select_related("country").first()
            names = town.names if town else {}
            wanted = (*get_official_languages(town.country.code.upper()), "en") if town else ()
            found.name = next((names[code] for code in wanted if names.get(code)), key) if town else WHOLE
            found.save(update_fields=["name"])


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0004_what_a_search_finds"),
        ("municipalities", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(name_them, migrations.RunPython.noop, elidable=True)]
