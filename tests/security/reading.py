"""Reads whatever an address answers as text: pages, files, pictures, PDFs, packed answers, and the headers."""

import gzip
import html
import json
import shutil
import subprocess
from urllib.parse import unquote

PDF_READER = shutil.which("pdftotext")


def text_of(answer) -> str:
    """Everything a searcher could read in an answer, without escapes, folds and packing."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer.headers.get("Content-Encoding") == "gzip":
        content = gzip.decompress(content)
    said = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{said}\n{_read(content, answer.headers.get('Content-Type', ''))}"


def _read(content: bytes, kind: str) -> str:
    if kind.startswith("application/pdf"):
        return pdf_text(content)
    text = content.decode()
    if kind.startswith("application/json"):
        text = json.dumps(json.loads(text), ensure_ascii=False)
    # iCalendar folds long lines.
    return unquote(html.unescape(text.replace("\r\n ", "")))


def pdf_text(content: bytes) -> str:
    """Empty where no reader is installed; what goes to the printer is tested apart."""
    if not PDF_READER:
        return ""
    command = [PDF_READER, "-", "-"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()  # noqa: S603
