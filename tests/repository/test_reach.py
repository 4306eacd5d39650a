"""What no chain of imports may reach: a case from the public site, the vault from an app without personal data."""

from collections.abc import Iterable, Mapping

import grimp

APPS = "lapotne.apps."
HOLDING_CASES = ("cases", "assistance", "referrals", "identification", "tips")
MAY_OPEN_THE_VAULT = frozenset({"vault", *HOLDING_CASES})

type Imports = Mapping[str, Iterable[str]]
"""By app, the apps that it imports."""


def imports() -> dict[str, set[str]]:
    graph = grimp.build_graph("lapotne")
    apps = {name.removeprefix(APPS).split(".")[0] for name in graph.modules if name.startswith(APPS)}
    found: dict[str, set[str]] = {app: set() for app in apps}
    for module in graph.modules:
        if module.startswith(APPS):
            for imported in graph.find_modules_directly_imported_by(module):
                if imported.startswith(APPS):
                    found[module.removeprefix(APPS).split(".")[0]].add(imported.removeprefix(APPS).split(".")[0])
    return found


def reached(app: str, known: Imports) -> set[str]:
    """The apps that an app imports, and those that they import, and so on."""
    found, waiting = set(), [app]
    while waiting:
        for one in set(known.get(waiting.pop(), ())) - found:
            found.add(one)
            waiting.append(one)
    return found


def wrong(known: Imports) -> list[str]:
    found = [f"website reaches {app}" for app in HOLDING_CASES if app in reached("website", known)]
    return found + [
        f"{app} opens the vault"
        for app, imported in known.items()
        if "vault" in imported and app not in MAY_OPEN_THE_VAULT
    ]


def test_the_public_site_reaches_no_case_and_the_vault_is_opened_by_name_alone():
    known = imports()
    assert "mechanism" in reached("website", known)
    assert wrong(known) == []


def test_a_way_around_would_be_seen():
    around = {"website": ["figures"], "figures": ["cases"], "cases": ["vault"], "console": ["vault"]}
    assert wrong(around) == ["website reaches cases", "console opens the vault"]
