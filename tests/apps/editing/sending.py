"""Sends a page's form back as a browser would, with some answers changed."""

from html.parser import HTMLParser

from django.http import QueryDict
from django.test import Client


class FormReader(HTMLParser):
    """Collects what the page's first form with this class or action would send."""

    def __init__(self, marked: str) -> None:
        super().__init__()
        self.marked, self.inside, self.data = marked, False, QueryDict(mutable=True)
        self.select, self.text = "", ""

    def handle_starttag(self, tag: str, attributes: list) -> None:
        said = dict(attributes)
        if tag == "form":
            self.inside = self.marked in (said.get("class") or "", said.get("action") or "")
        elif self.inside and tag == "input" and said.get("name"):
            self._input(said)
        elif self.inside and tag == "select":
            self.select = said["name"]
        elif self.inside and tag == "option" and self.select and "selected" in said:
            self.data.appendlist(self.select, said.get("value", ""))
        elif self.inside and tag == "textarea":
            self.text = said["name"]
            self.data[self.text] = ""

    def _input(self, said: dict) -> None:
        if said.get("type") in ("checkbox", "radio") and "checked" not in said:
            return
        self.data.appendlist(said["name"], said.get("value") or ("on" if said.get("type") == "checkbox" else ""))

    def handle_data(self, data: str) -> None:
        if self.text:
            self.data[self.text] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.data[self.text] = self.data[self.text].strip("\n")
            self.text = ""


def filled(response: object, marked: str = "mend") -> QueryDict:
    """What the form of a page would send as it stands."""
    reader = FormReader(marked)
    reader.feed(response.content.decode())
    return reader.data


def send(client: Client, address: str, data: QueryDict, **changes: object) -> object:
    for name, value in changes.items():
        if value is None:
            data.pop(name, None)
        elif isinstance(value, list):
            data.setlist(name, value)
        else:
            data[name] = str(value)
    return client.post(address, data.urlencode(), content_type="application/x-www-form-urlencoded")
