"""JSON Schemas of every kind of file, written from the shapes that check them."""

from lapotne.adapters.schemas.published import SCHEMAS, schema_of

__all__ = ["SCHEMAS", "schema_of"]
