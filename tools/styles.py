"""Builds one CSS file from the design system's components we use, our theme and our own rules."""

import hashlib
import re
import sys
from pathlib import Path
from urllib.parse import unquote

from tools.paths import ROOT, SOURCE, start

PACKAGE = ROOT / "node_modules" / "@digdir" / "designsystemet-css" / "dist" / "src"
OWN = SOURCE / "styles"
BUILT = SOURCE / "static" / "built"
LAYERS = "@layer ds.theme, ds.base, ds.components, lapotne;\n"
DARK, DARK_ON_SCREEN = ("@media (prefers-color-scheme: dark)", "@media screen and (prefers-color-scheme: dark)")
EMBEDDED_IMAGE = re.compile(r'url\("data:image/svg\+xml;charset=utf-8,([^"]+)"\)')


def main(_arguments: list[str]) -> int:
    return install_design_system() or build()


def install_design_system() -> int:
    """npm ci, unless the installed packages are already those of the lock."""
    installed = ROOT / "node_modules" / ".package-lock.json"
    lock = ROOT / "package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return 0
    return start("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent")


def build() -> int:
    BUILT.mkdir(parents=True, exist_ok=True)
    # The theme as its program writes it doesn't know that paper is light.
    parts = [LAYERS, (OWN / "theme.css").read_text().replace(DARK, DARK_ON_SCREEN)]
    parts += [component(line) for line in (OWN / "components.txt").read_text().split()]
    parts += [f"@layer lapotne {{\n{own.read_text()}\n}}\n" for own in sorted(OWN.glob("[0-9]*.css"))]
    write_if_changed(BUILT / "lapotne.css", EMBEDDED_IMAGE.sub(image_as_file, "\n".join(parts)))
    return 0


def component(name: str) -> str:
    layer = "ds.base" if name == "base" else "ds.components"
    return f"@layer {layer} {{ {(PACKAGE / f'{name}.css').read_text()} }}"


def image_as_file(match: re.Match[str]) -> str:
    """Images inside CSS become files, because our content security policy refuses data: addresses."""
    svg = unquote(match[1])
    name = f"icon-{hashlib.sha256(svg.encode()).hexdigest()[:10]}.svg"
    write_if_changed(BUILT / name, svg)
    return f'url("{name}")'


def write_if_changed(path: Path, text: str) -> None:
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
