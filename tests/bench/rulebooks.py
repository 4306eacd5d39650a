"""Ten rulebooks read from their files, and from the cache; where fewer ship, copies of Latvia make up the ten."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from lapotne.adapters.rulebook_yaml import read_law
from lapotne.adapters.rulebook_yaml.files import all_files, countries
from tests.bench.measuring import machine, measured, say

RULES = Path(__file__).parents[2] / "rules"
COUNTRIES = 10


def ten(folder: Path) -> Path:
    """A folder with ten countries beside the rules above them."""
    rules = folder / "rules"
    shutil.copytree(RULES, rules)
    for number in range(COUNTRIES - sum(country.country != "supranational" for country in countries(rules))):
        copy = rules / f"x{chr(ord('a') + number)}"
        shutil.copytree(RULES / "lv", copy)
        text = (copy / "rulebook.yaml").read_text("utf-8")
        (copy / "rulebook.yaml").write_text(text.replace("country: lv", f"country: {copy.name}"), "utf-8")
    return rules


def main() -> None:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        rules, cache = ten(folder), folder / "cache"
        with measured() as cold:
            law = read_law(rules, cache_in=cache)
        assert law.rulebooks, "\n".join(map(str, law.problems[:10]))
        with measured() as warm:
            again = read_law(rules, cache_in=cache)
        size = sum(file.stat().st_size for file in all_files(rules)) // 1024
        say(
            "rulebooks",
            countries=len(law.rulebooks.by_country),
            files=len(all_files(rules)),
            size=f"{size} KB",
            cold=cold,
            from_cache=warm,
            same=again.rulebooks == law.rulebooks,
            machine=machine(),
        )


if __name__ == "__main__":
    main()
