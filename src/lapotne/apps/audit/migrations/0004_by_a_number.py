"""Who acted is kept as a number: the record refers to no table, so that it may lie in a database of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_act_reason")]
    operations = [
        migrations.AlterField(
            model_name="act",
            name="by",
            field=models.BigIntegerField(db_column="by_id", null=True),
        )
    ]
