"""A town's print card as a PDF: whom to call, on a card for the pocket or a sheet for the wall."""

from lapotne.adapters.print_card.card import Card, Entry, Row, Size
from lapotne.adapters.print_card.printing import pdf

__all__ = ["Card", "Entry", "Row", "Size", "pdf"]
