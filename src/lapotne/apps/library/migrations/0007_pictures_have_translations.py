"""The words of a picture are translated as all others are; so far a translation kept those of its source.

Pictures at the same place of a page's translations are the same picture.
"""

from uuid import uuid4, uuid5

from django.db import migrations, models


def pair(apps, _schema):
    pages = dict(apps.get_model("wagtailcore", "Page").objects.values_list("pk", "translation_key"))
    locales = dict(apps.get_model("wagtailcore", "Page").objects.values_list("pk", "locale_id"))
    places = {}
    for picture in apps.get_model("library", "Picture").objects.order_by("page_id", "sort_order", "pk"):
        place = places[picture.page_id] = places.get(picture.page_id, -1) + 1
        picture.translation_key = uuid5(pages[picture.page_id], str(place))
        picture.locale_id = locales[picture.page_id]
        picture.save(update_fields=["translation_key", "locale"])


class Migration(migrations.Migration):
    dependencies = [("library", "0006_texts_have_a_day"), ("wagtailcore", "0098_apitoken")]
    operations = [
        migrations.AddField(
            model_name="picture",
            name="translation_key",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="picture",
            name="locale",
            field=models.ForeignKey(
                editable=False, null=True, on_delete=models.deletion.PROTECT, related_name="+", to="wagtailcore.locale"
            ),
        ),
        migrations.RunPython(pair, migrations.RunPython.noop, elidable=True),
        # PostgreSQL changes no table of which a row still waits to be checked.
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="picture",
            name="translation_key",
            field=models.UUIDField(default=uuid4, editable=False),
        ),
        migrations.AlterField(
            model_name="picture",
            name="locale",
            field=models.ForeignKey(
                editable=False,
                on_delete=models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AlterUniqueTogether(name="picture", unique_together={("translation_key", "locale")}),
    ]
