"""What an attacker or a broken program writes into a field."""

from urllib.parse import quote

from lapotne.apps.mechanism.queries.reference import reference

VALUES = (
    "\x00",
    "a\x00b",
    "\udcff\udcfe",
    "²",
    "٣",
    "-1",
    "9" * 5000,
    "99999999999999999999",
    "1e999",
    "nan",
    "null",
    "x" * 100_000,
    "../../../etc/passwd",
    "%00",
    "=cmd|'/c calc'!A0",
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "{{ 7*7 }} {% debug %}",
    "{0.__class__} %(x)s %s",
    "javascript:alert(1)",
    "'; DROP TABLE accounts_user; --",
    "\u202e\u2066\ufeff\u0000",
    "\U0001f9ff" * 50,
    "2026-02-30",
    "0001-01-01T00:00",
    "9999-12-31T23:59",
    "2026-11-18T03:00+99:00",
    '24/7; PH off || "x"',
    "Mo-Fr " * 2000,
    "on",
    "",
)


def in_query(name: str, value: str) -> str:
    """One parameter as an address writes it; what isn't Unicode goes as the bytes it is."""
    return f"{quote(name)}={quote(value.encode('utf-8', 'surrogateescape'))}"


def parameters() -> set[str]:
    """Names of parameters that pages read; each page gets them all."""
    known = {"town", "at", "need", "profile", "group", "view", "week", "year", "hour", "fold", "show", "sort", "on"}
    known |= {"kind", "offer", "place", "serve", "before", "after", "step", "municipality", "next", "towns", "page"}
    known |= {"language", "facts", "from", "to", "start", "day", "country", "law", "key", "about", "compare", "list"}
    return known | set(reference().attributes) | {"years"}
