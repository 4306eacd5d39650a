"""Export in the Human Services Data Specification 3.0 (Open Referral): public services only."""

from lapotne.adapters.hsds.page import hsds_page

__all__ = ["hsds_page"]
