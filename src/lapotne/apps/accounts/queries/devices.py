"""What a browser says of itself, as short as somebody knows their own devices by: all that is kept of it."""

BROWSERS = {"Edg/": "Edge", "OPR/": "Opera", "SamsungBrowser/": "Samsung Internet", "Firefox/": "Firefox",
            "FxiOS/": "Firefox", "CriOS/": "Chrome", "Chrome/": "Chrome", "Safari/": "Safari"}  # fmt: skip
SYSTEMS = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Macintosh": "Mac",
           "CrOS": "ChromeOS", "Linux": "Linux"}  # fmt: skip


def device(user_agent: str) -> str:
    """Like `Firefox, Linux`; what was shortened before stays as it is."""
    if user_agent and user_agent in _KNOWN:
        return user_agent
    found = (_first(BROWSERS, user_agent), _first(SYSTEMS, user_agent))
    return ", ".join(name for name in found if name) or "?"


def _first(names: dict[str, str], text: str) -> str:
    return next((name for mark, name in names.items() if mark in text), "")


_ONES = [*BROWSERS.values(), *SYSTEMS.values()]
_KNOWN = {*_ONES, *(f"{browser}, {system}" for browser in BROWSERS.values() for system in SYSTEMS.values())}
