"""The `lapotne` command: each module of this folder is one command."""

import os

import typer

from lapotne.cli import adverts, audit, canopy, check, content, law, load, manage, now, rules, schema

app = typer.Typer(no_args_is_help=True, add_completion=False, help="The canopy of help, from the terminal.")
app.command("check")(check.check)
app.command("now")(now.now)
app.command("canopy")(canopy.canopy)
app.command("law")(law.law)
app.add_typer(rules.app, name="rules")
app.add_typer(adverts.app, name="adverts")
app.command("schema")(schema.schema)
app.add_typer(content.app, name="content")
app.command("load")(load.load)
app.command("audit")(audit.audit)
app.command("manage", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(manage.manage)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lapotne.config.settings")
    app()
