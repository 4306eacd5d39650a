"""Every text says of which day it is; what readers could see without one gets the day on which they first could."""

from django.db import migrations, models


def date_them(apps, _schema):
    """All languages of a page have one day: another language's where it is known."""
    pages = apps.get_model("library", "ContentPage").objects
    undated = pages.filter(dated=None).exclude(first_published_at=None).order_by("first_published_at")
    for key, shown in list(undated.values_list("translation_key", "first_published_at")):
        known = pages.filter(translation_key=key).exclude(dated=None).values_list("dated", flat=True).first()
        pages.filter(translation_key=key, dated=None).update(dated=known or shown.date())


class Migration(migrations.Migration):
    dependencies = [("library", "0005_workflows_have_names")]
    operations = [
        migrations.AlterField(
            "contentpage",
            "dated",
            models.DateField("date of the text", help_text="Readers see by it how old the text is.", null=True),
        ),
        migrations.RunPython(date_them, migrations.RunPython.noop, elidable=True),
    ]
