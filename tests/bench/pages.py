"""Each kind of public page over a loopback connection: the first that anybody asks for, and from then on."""

import http.client
import sys
import time
from statistics import median, quantiles
from urllib.parse import urlencode

from tests.bench.load import PORT, prepare, served
from tests.bench.measuring import machine, say

PAGES = {
    "home": "/lv/", "a text": "/en/signs/", "news": "/lv/news/", "events": "/lv/events/",
    "a month": "/lv/events/2017/10/", "directory": "/lv/directory/", "institutions": "/lv/directory/lv-demo/",
    "towns": "/uk/help/", "needs": "/uk/help/lv-demo/", "an answer": "/uk/help/lv-demo/bed/?at=2026-11-18T03:00",
    "numbers to keep": "/uk/kept/lv-demo/", "job offers": "/pl/advert/", "feed": "/lv/news/atom.xml",
    "calendar": "/lv/events/all.ics", "sitemap": "/lv/sitemap.xml", "law": "/lv/law/", "a country's law": "/lv/law/lv/",
    "the law of a day": "/lv/law/ee/?on=2013-10-01", "a change of law": "/lv/law/lv/?from=2012-12-10&to=2013-10-01",
    "protocol": "/lv/protocol/lv-demo/", "classroom sheet": "/lv/advert/sheet/",
}  # fmt: skip
ANSWERS = {
    "facts told": ("/uk/help/lv-demo/bed/", {"sex": "male", "speaks": "uk"}),
    "an offer checked": ("/pl/advert/", {"text": "Darmowy bilet i wiza, paszport zatrzymujemy w biurze. Napisz dziś."}),
    "a search": ("/lv/search/", {"q": "darba līgums"}),
    "ten countries": ("/lv/law/compare/", {"nationality": "national", "presumed_victim": "yes"}),
}  # fmt: skip
TIMES = 200


def main() -> int:
    prepare()
    with served():
        for name, (path, sent) in ({name: (path, None) for name, path in PAGES.items()} | ANSWERS).items():
            # One for each of the two workers.
            first = max(asked(path, sent), asked(path, sent))
            warm = [asked(path, sent) for _ in range(TIMES)]
            said = f"{median(warm):.1f} at the median, {quantiles(warm, n=100)[94]:.1f} at the 95th percentile"
            say("pages", page=name, milliseconds=said, first=f"{first:.1f}")
    say("pages", machine=machine())
    return 0


def asked(path: str, sent: dict[str, str] | None) -> float:
    """Milliseconds until the whole answer is here."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT)
    headers = {"Accept-Encoding": "br", "Content-Type": "application/x-www-form-urlencoded"}
    began = time.perf_counter()
    connection.request("POST" if sent else "GET", path, urlencode(sent) if sent else None, headers)
    answer = connection.getresponse()
    answer.read()
    took = (time.perf_counter() - began) * 1000
    connection.close()
    if answer.status != http.client.OK:
        raise RuntimeError(f"{path} is answered with {answer.status}.")
    return took


if __name__ == "__main__":
    sys.exit(main())
