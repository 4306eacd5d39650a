"""A practice has fields of its own, and the towns that adopted it are chosen: those that were typed are looked up."""

import modelcluster.fields
from django.db import migrations, models
from wagtail.fields import StreamField

LINE = "lapotne.apps.library.blocks.LineBlock"
MARKS = "Marks: **bold**, *stressed*, [words](page:key), [words](tool:help), [words](https://…), [words](tel:112)."
KINDS = [("subheading", 0), ("paragraph", 1), ("list", 3), ("numbered", 4), ("quote", 5)]
BLOCKS = {
    0: ("wagtail.blocks.CharBlock", (), {"icon": "title", "label": "Heading below a heading"}),
    1: (LINE, (), {"help_text": MARKS, "icon": "pilcrow", "label": "Paragraph"}),
    2: (LINE, (), {}),
    3: ("wagtail.blocks.ListBlock", (2,), {"icon": "list-ul", "label": "List"}),
    4: ("wagtail.blocks.ListBlock", (2,), {"icon": "list-ol", "label": "Steps, numbered"}),
    5: ("wagtail.blocks.ListBlock", (2,), {"icon": "openquote", "label": "Example, set apart"}),
}
FIGURES = "Figures with their source; where there are none, say so."


def look_towns_up(apps, _schema):
    """On the pages and in their revisions, from which editors go on; a key that no municipality has is left out."""
    towns = dict(apps.get_model("municipalities", "Municipality").objects.values_list("key", "pk"))
    revisions = apps.get_model("wagtailcore", "Revision").objects
    adopters = apps.get_model("library", "Adopter").objects
    for page in apps.get_model("library", "PracticePage").objects.all():
        found = _found(page.adopted_by, towns)
        adopters.bulk_create(
            adopters.model(page_id=page.pk, municipality_id=town, sort_order=order) for order, town in enumerate(found)
        )
        for revision in revisions.filter(object_id=str(page.pk), content__has_key="adopted_by"):
            keys = revision.content.pop("adopted_by")
            revision.content["adopters"] = [
                {"pk": None, "sort_order": order, "page": page.pk, "municipality": town}
                for order, town in enumerate(_found(keys if isinstance(keys, list) else (), towns))
            ]
            revision.save(update_fields=["content"])


def _found(keys, towns):
    return dict.fromkeys(towns[key] for key in keys if key in towns)


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0009_texts_have_a_name"),
        ("municipalities", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [
        *(
            migrations.AddField(
                "practicepage", name, StreamField(KINDS, block_lookup=BLOCKS, default=list, verbose_name=named, **more)
            )
            for name, named, more in (
                ("problem", "The problem", {}),
                ("done", "What was done", {}),
                ("evidence", "What shows that it works", {"help_text": FIGURES}),
            )
        ),
        migrations.CreateModel(
            "Adopter",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        "municipalities.municipality", models.PROTECT, related_name="+", verbose_name="municipality"
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        "library.practicepage", on_delete=models.CASCADE, related_name="adopters"),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=models.Deferrable.DEFERRED,
                        fields=("page", "municipality"),
                        name="practice_adopted_once",
                    )
                ],
            },
        ),
        migrations.RunPython(look_towns_up, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField("practicepage", "adopted_by"),
    ]
