"""Some acts need their reason: a colleague's second factor is reset by somebody else."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]
    operations = [
        migrations.AddField(
            model_name="act",
            name="reason",
            # The database's own default, so that a row from before needs no change: the record is append-only.
            field=models.CharField(blank=True, default="", max_length=500),
            preserve_default=False,
        )
    ]
