"""The site's texts as files: `content/<key>/page.yaml` and `<language>.md`, read, checked and written."""

from lapotne.adapters.content.blocks import Block
from lapotne.adapters.content.pages import Library, PageFile, TextFile
from lapotne.adapters.content.reading import read_library

__all__ = ["Block", "Library", "PageFile", "TextFile", "read_library"]
