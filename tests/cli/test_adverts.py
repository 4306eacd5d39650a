"""`lapotne adverts explain`."""

from typer.testing import CliRunner

from lapotne.cli import app


def test_it_tells_which_phrase_raised_a_flag():
    found = CliRunner().invoke(app, ["adverts", "explain", "en", "You pay a deposit. We keep your pаssport."])
    assert found.exit_code == 0
    assert "fee_or_deposit: raised by" in found.output
    assert "passport_taken: raised by" in found.output


def test_a_language_without_rules_is_refused():
    assert CliRunner().invoke(app, ["adverts", "explain", "xx", "Work."]).exit_code != 0
