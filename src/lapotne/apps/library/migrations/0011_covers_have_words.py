"""What a publication's cover shows, and who made it, said in each language."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("library", "0010_practices_say_what_was_done")]
    operations = [
        migrations.AddField(
            model_name="publicationpage",
            name="cover_shows",
            field=models.CharField(
                blank=True,
                help_text="For who can't see it.",
                max_length=200,
                verbose_name="what its covers show, and who made them",
            ),
        ),
    ]
