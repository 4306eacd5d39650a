"""Who writes for the whole site chooses the municipality whose a page is."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("library", "0007_pictures_have_translations"), ("municipalities", "0001_initial")]
    operations = [
        migrations.AlterField(
            "contentpage",
            "municipality",
            models.ForeignKey(
                "municipalities.Municipality",
                verbose_name="municipality",
                null=True,
                blank=True,
                on_delete=django.db.models.deletion.PROTECT,
                help_text="The people who write for this municipality can then edit this page and those below it.",
            ),
        ),
    ]
