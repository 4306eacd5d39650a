"""What every answer tells browsers, whatever was asked and by whom."""

import re

from tests.security.addresses import Address
from tests.security.reading import text_of
from tests.security.table import LINES

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Where a page stands and in which languages it is, browsers don't fetch.
LOADED = re.compile(
    r"""<(?:script|img|iframe|object|embed|source|video|audio|image|use|link(?!\srel="(?:canonical|alternate)"))\b[^>]*?\b(?:src|href|data)
        \s*=\s*["']([^"']*)|url\(([^)]*)\)|@import\s+([^;]+)""",
    re.VERBOSE | re.IGNORECASE,
)
# A data block is no script: browsers run none of it, and the policy stays as tight (ADR 0013).
INLINE = re.compile(
    r"""<script(?![^>]*\bsrc=)(?!\stype="application/ld\+json">)
        |\son\w+\s*=\s*["']|\sstyle\s*=\s*["']|<style\b|javascript:""",
    re.VERBOSE | re.IGNORECASE,
)
LOOSE = re.compile(r"unsafe|http|\*|data:|blob:")


def lacking(answer) -> list[str]:
    """The headers that an answer lacks or has wrong."""
    told = {name: answer.headers.get(name) for name in EVERYWHERE}
    said = [f"{name}: {value}" for name, value in told.items() if value != EVERYWHERE[name]]
    policy = answer.headers.get("Content-Security-Policy", "")
    is_tight = policy.startswith("default-src 'none'") and not LOOSE.search(policy)
    return said if is_tight else [*said, f"Content-Security-Policy: {policy}"]


def kept(address: Address, method: str, answer) -> list[str]:
    """Where an answer may be kept that mustn't: cookies of a public address; pages of staff and answers to facts."""
    line = LINES[address.name]
    is_stored = "no-store" not in answer.headers.get("Cache-Control", "")
    is_for_one = method == "POST" or not (line.is_public or method in ("PUT", "PATCH", "DELETE", "OPTIONS"))
    said = ["it may be stored"] if is_stored and is_for_one and answer.status_code != 405 else []
    # A session that ends takes its cookie away, in an answer that nobody keeps.
    cookies = [cookie for cookie in answer.cookies.values() if cookie["max-age"] != 0]
    varies = is_stored and "cookie" in answer.headers.get("Vary", "").lower()
    if line.is_public and (cookies or varies):
        said.append(f"a cookie: {cookies or 'it varies by one'}")
    return said


def loading(answer) -> list[str]:
    """What of a page, picture or style a browser would fetch from elsewhere or run though it stands inline."""
    if not answer.headers.get("Content-Type", "").startswith(("text/html", "image/svg", "text/css")):
        return []
    text = text_of(answer)
    return [*foreign(text), *INLINE.findall(text.partition("<")[2])]


def foreign(text: str) -> list[str]:
    """What a browser would fetch from another host; a link that a reader may follow isn't fetched."""
    fetched = (next(filter(None, found.groups()), "") for found in LOADED.finditer(text))
    addresses_fetched = (one.strip("\"' ") for one in fetched)
    return [one for one in addresses_fetched if one and not re.match(r"/(?!/)|#", one)]
