"""Where the product finds its data and where it may write."""

from pathlib import Path

from lapotne.config import environment

PACKAGE = Path(__file__).resolve().parent.parent
ROOT = Path(environment.text("LAPOTNE_ROOT", str(PACKAGE.parent.parent)))
VAR = Path(environment.text("LAPOTNE_VAR", str(ROOT / "var")))
