"""A country's law on a day as a tagged PDF, to print and to file."""

from lapotne.adapters.law_pdf.printing import pdf
from lapotne.adapters.law_pdf.sheet import Entry, Line, Section, Sheet

__all__ = ["Entry", "Line", "Section", "Sheet", "pdf"]
