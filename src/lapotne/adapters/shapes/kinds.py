"""The kinds of a single value: texts, numbers, words from a list; each checks itself and writes its schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from lapotne.adapters.problems import Fault, Path, Said
from lapotne.adapters.shapes.spelling import nearest

type Schema = dict[str, object]

LONGEST_TEXT = 4000
LONGEST_SHOWN = 70
MOST_OPTIONS_TOLD = 14


class Kind(Protocol):
    """What a value may be. `takes` says which types it speaks about, `faults` everything wrong with one."""

    @property
    def named(self) -> str: ...

    def takes(self, value: object) -> bool: ...

    def faults(self, value: object, path: Path) -> Iterator[Fault]: ...

    def schema(self) -> Schema: ...


@dataclass(frozen=True)
class Text:
    """A text; `pattern` is what it must look like, `sample` a good one, `further` a check of its own."""

    named: str = Said("a text")
    pattern: str = ""
    sample: str = ""
    longest: int = LONGEST_TEXT
    further: Callable[[str, Path], Iterator[Fault]] | None = None

    def takes(self, value: object) -> bool:
        return isinstance(value, str)

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield wrong_type(value, path, self.named)
        elif not value.strip():
            yield Fault(
                path,
                Said("This is empty where {named} should stand.", named=self.named),
                Said("Fill it in, or leave the key out."),
            )
        elif len(value) > self.longest:
            yield Fault(
                path,
                Said("This text has {count:,} characters.", count=len(value)),
                Said("Keep it under {longest:,}.", longest=self.longest),
            )
        elif self.pattern and not re.fullmatch(self.pattern, value):
            yield Fault(
                path,
                Said("{value} isn't {named}.", value=shown(value), named=self.named),
                Said("Write it like {sample}.", sample=self.sample),
            )
        elif self.further:
            yield from self.further(value, path)

    def schema(self) -> Schema:
        schema: Schema = {"type": "string", "minLength": 1, "maxLength": self.longest}
        return schema | ({"pattern": f"^(?:{self.pattern})$"} if self.pattern else {})


@dataclass(frozen=True)
class Number:
    """A number, whole unless said otherwise, within its bounds."""

    named: str = Said("a whole number")
    least: float = 0
    most: float = 1_000_000
    whole: bool = True

    def takes(self, value: object) -> bool:
        return isinstance(value, int | float) and not isinstance(value, bool)

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        if not isinstance(value, int | float) or isinstance(value, bool):
            mend = Said("Write it without quotes.") if isinstance(value, str) and value.strip().isdigit() else ""
            yield wrong_type(value, path, self.named, mend)
        elif self.whole and not isinstance(value, int):
            yield Fault(
                path,
                Said("{value} isn't {named}.", value=value, named=self.named),
                Said("Write it without a fraction."),
            )
        elif not self.least <= value <= self.most:
            yield Fault(
                path,
                Said("{value} is out of range.", value=value),
                Said("It must lie from {least:g} to {most:g}.", least=self.least, most=self.most),
            )

    def schema(self) -> Schema:
        return {"type": "integer" if self.whole else "number", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class Flag:
    """Yes or no."""

    named: str = Said("true or false")

    def takes(self, value: object) -> bool:
        return isinstance(value, bool)

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        if not isinstance(value, bool):
            yield wrong_type(value, path, self.named, Said("YAML's words are `true` and `false`, without quotes."))

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True)
class Word:
    """One word of a list; `where` says where the list stands.

    With a `pattern` the schema tells the pattern instead of a long list; an empty list admits whatever fits it.
    `mend` stands for the advice where the word itself is seldom the trouble.
    """

    options: tuple[str, ...]
    named: str = Said("a word")
    where: str = ""
    pattern: str = ""
    mend: str = ""

    def takes(self, value: object) -> bool:
        return isinstance(value, str)

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield Fault(path, wrong_type(value, path, self.named).message, self._mend(str(value).lower()))
        elif value not in self.options and (self.options or not re.fullmatch(self.pattern, value)):
            yield Fault(path, Said("{value} isn't {named}.", value=shown(value), named=self.named), self._mend(value))

    def _mend(self, value: str) -> str:
        if value in self.options:
            return Said('Put it in quotes: "{value}".', value=value)
        if self.mend:
            return self.mend
        if near := nearest(value, self.options):
            return Said("Did you mean `{near}`?", near=near)
        if self.options and len(self.options) <= MOST_OPTIONS_TOLD:
            return Said("Write one of: {listed}.", listed=", ".join(self.options))
        return Said("{where} lists them.", where=self.where) if self.where else ""

    def schema(self) -> Schema:
        if self.pattern:
            return {"type": "string", "pattern": f"^(?:{self.pattern})$"}
        return {"type": "string", "enum": list(self.options)} if self.options else {"type": "string"}


@dataclass(frozen=True)
class Anything:
    """A value that another room checks."""

    named: str = Said("a value")

    def takes(self, value: object) -> bool:  # noqa: ARG002 (a kind's form)
        return True

    def faults(self, value: object, path: Path) -> Iterator[Fault]:  # noqa: ARG002 (a kind's form)
        yield from ()

    def schema(self) -> Schema:
        return {}


@dataclass(frozen=True)
class Const:
    """One value and no other."""

    value: object
    named: str

    def takes(self, value: object) -> bool:
        return value == self.value

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        if type(value) is not type(self.value) or value != self.value:
            yield Fault(
                path,
                Said("{value} isn't {named}.", value=shown(value), named=self.named),
                Said("Write {value}.", value=self.value),
            )

    def schema(self) -> Schema:
        return {"const": self.value}


def title_of(named: str) -> str:
    """What a kind is called without its article: "an availability" is `availability`."""
    short = named.split(":", maxsplit=1)[0].removeprefix("the ").removeprefix("an ").removeprefix("a ")
    return short.removeprefix("mapping of ")


def wrong_type(value: object, path: Path, wanted: str, mend: str = "") -> Fault:
    """A value of another type than the one that belongs here."""
    return Fault(path, Said("{value} stands where {wanted} belongs.", value=shown(value), wanted=wanted), mend)


def shown(value: object) -> str:
    """A value in a message: short, on one line, telling a list or mapping by its kind."""
    if isinstance(value, dict):
        return Said("A mapping")
    if isinstance(value, list):
        return Said("A list")
    if value is None:
        return Said("Nothing (null)")
    text = f"`{value}`" if isinstance(value, str) else f"{str(value).lower()}"
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 4]}...`"
