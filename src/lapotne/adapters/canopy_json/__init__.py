"""A town's coverage as JSON: for each need and profile the maximal gaps in UTC, cut by state."""

from lapotne.adapters.canopy_json.writing import canopy_document

__all__ = ["canopy_document"]
