"""The record of acts is append-only: the app's role may add and read rows, nothing else."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "REVOKE UPDATE, DELETE, TRUNCATE ON audit_act FROM lapotne_app",
            "GRANT UPDATE, DELETE ON audit_act TO lapotne_app",
        )
    ]
