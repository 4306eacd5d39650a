"""The forms of a page, each with all that it would send as it stands."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    method: str
    action: str
    fields: dict[str, str] = field(default_factory=dict)


class FormsReader(HTMLParser):
    """Collects every form; choices not made are fields that say nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.fields: dict[str, str] = {}
        self.select = self.area = ""

    def handle_starttag(self, tag: str, attributes: list) -> None:
        said = {name: value or "" for name, value in attributes}
        read = getattr(self, f"_{tag}", None)
        if read:
            read(said)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.fields = {}
        self.select = "" if tag == "select" else self.select
        self.area = "" if tag == "textarea" else self.area

    def handle_data(self, data: str) -> None:
        if self.area:
            self.fields[self.area] += data

    def _form(self, said: dict) -> None:
        self.fields = {}
        self.forms.append(Form(said.get("method", "get").lower(), said.get("action", ""), self.fields))

    def _input(self, said: dict) -> None:
        is_left = said.get("type") in ("checkbox", "radio") and "checked" not in said
        if is_left:
            self.fields.setdefault(said.get("name", ""), "")
        else:
            self.fields[said.get("name", "")] = said.get("value", "")

    _button = _input

    def _select(self, said: dict) -> None:
        self.select = said["name"]
        self.fields.setdefault(self.select, "")

    def _option(self, said: dict) -> None:
        if self.select and "selected" in said:
            self.fields[self.select] = said.get("value", "")

    def _textarea(self, said: dict) -> None:
        self.area = said["name"]
        self.fields[self.area] = ""


def forms_of(text: str) -> list[Form]:
    reader = FormsReader()
    reader.feed(text)
    for form in reader.forms:
        form.fields.pop("", None)
        form.fields.pop("csrfmiddlewaretoken", None)
    return reader.forms
