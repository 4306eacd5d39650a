"""What a reader says on the public pages, read with limits and kept nowhere."""

from lapotne.apps.website.forms.facts import FactsForm, MomentError, moment_of, written_facts

__all__ = ["FactsForm", "MomentError", "moment_of", "written_facts"]
