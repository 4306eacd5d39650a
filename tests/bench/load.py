"""The public site under load: 450 requests a second asked, from the same two cores that serve them.

The mix: 60 % content in twelve languages, 20 % help finder with random town, need and facts, 5 % job offers,
5 % search, 10 % feeds. `wrk` sends them as fast as they are answered, over as many connections as `CONNECTIONS` says.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import psutil
from ruamel.yaml import YAML

from lapotne.config.languages import LANGUAGES
from tests.bench.measuring import machine, say
from tools.paths import BIN, ROOT, environment

PORT = 8899
HOST = f"http://127.0.0.1:{PORT}"
SETTINGS = {
    "LAPOTNE_EMBEDDED": "postgres-load",
    "LAPOTNE_DEMO": "on",
    "LAPOTNE_HTTPS": "off",
    "DJANGO_SETTINGS_MODULE": "lapotne.config.settings",
}
SERVER = ("granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(PORT), "--workers", "2",
          "--blocking-threads", "4", "--no-ws", "--log-level", "warning",
          "lapotne.config.wsgi:application")  # fmt: skip
CONNECTIONS, WARMING, SECONDS = 16, 20, 60
SENT, OK, LONG = 20_000, 200, 5
MIX = {"content": 60, "help": 20, "adverts": 5, "search": 5, "feeds": 10}
CODES = [code for code, _name in LANGUAGES]
SCRIPT = """
local sent, at = {}, 0
function init(args)
  for line in io.lines(os.getenv("REQUESTS")) do
    local method, path, body = line:match("^(%u+)\\t([^\\t]*)\\t(.*)$")
    local headers = {["Accept-Encoding"] = "gzip"}
    if method == "POST" then headers["Content-Type"] = "application/x-www-form-urlencoded" end
    sent[#sent + 1] = wrk.format(method, path, headers, method == "POST" and body or nil)
  end
end
function request() at = at % #sent + 1; return sent[at] end
function done(summary, latency)
  local form = '{"requests": %d, "seconds": %.3f, "bytes": %d, "refused": %d, "broken": %d,' ..
    ' "p50": %.1f, "p95": %.1f, "p99": %.1f}\\n'
  io.write(string.format(form, summary.requests, summary.duration / 1e6, summary.bytes, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end
"""

type Sent = tuple[str, str, str]


def main() -> int:
    if not tool():
        print("load: needs `wrk` (Debian's package of that name)", file=sys.stderr)
        return 1
    prepare()
    with served() as server, TemporaryDirectory() as folder:
        for name in MIX:
            say("load", part=name, **sent(Path(folder), [MAKERS[name]() for _ in range(2_000)], seconds=5))
        mixed = [MAKERS[name]() for name in RANDOM.choices(list(MIX), MIX.values(), k=SENT)]
        sent(Path(folder), mixed, WARMING)
        say("load", part="the mix", connections=CONNECTIONS, **sent(Path(folder), mixed, SECONDS))
        say("load", memory_of_the_server=f"{megabytes(server)} MB", machine=machine())
    return 0


def tool() -> str | None:
    if not shutil.which("wrk") and os.geteuid() == 0 and shutil.which("apt-get"):
        install = [shutil.which("apt-get"), "-qq", "-y", "install", "wrk"]
        subprocess.run(install, stdout=subprocess.DEVNULL, check=False)
    return shutil.which("wrk")


def prepare() -> None:
    for command in (("manage", "collectstatic", "--noinput", "-v", "0"), ("manage", "prepare_database"), ("load",)):
        subprocess.run([BIN / "lapotne", *command], env=environment(**SETTINGS), stdout=subprocess.DEVNULL, check=True)


@contextmanager
def served() -> Iterator[psutil.Process]:
    """The server as a town runs it: two workers."""
    with subprocess.Popen([BIN / SERVER[0], *SERVER[1:]], cwd=ROOT, env=environment(**SETTINGS)) as process:
        try:
            wait_for(lambda: urlopen(f"{HOST}/en/").status == OK)  # noqa: S310 -- our own server
            yield psutil.Process(process.pid)
        finally:
            process.terminate()


def wait_for(answers: Callable[[], bool]) -> None:
    for _ in range(600):
        try:
            if answers():
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError("The server doesn't answer.")


def sent(folder: Path, requests: list[Sent], seconds: int) -> dict[str, object]:
    """Figures of `seconds` of these requests, over and over."""
    listed, script = folder / "requests", folder / "mix.lua"
    listed.write_text("".join("\t".join(request) + "\n" for request in requests), encoding="utf-8")
    script.write_text(SCRIPT, encoding="utf-8")
    command = ["wrk", "-t", "1", "-c", str(CONNECTIONS), "-d", f"{seconds}s", "-s", str(script), HOST]
    said = subprocess.run(command, env=environment(REQUESTS=str(listed)), capture_output=True, text=True, check=True)
    found = json.loads(said.stdout.strip().splitlines()[-1])
    times = f"{found['p50']} at the median, {found['p95']} at the 95th percentile, {found['p99']} at the 99th"
    return {
        "requests_a_second": f"{found['requests'] / found['seconds']:.0f}",
        "milliseconds": times,
        "errors": found["refused"] + found["broken"],
        "kilobytes_an_answer": f"{found['bytes'] / max(1, found['requests']) / 1000:.1f}",
    }


def megabytes(server: psutil.Process) -> int:
    """What the server and its workers hold alone, shared libraries left out."""
    return sum(one.memory_full_info().uss for one in (server, *server.children(recursive=True))) // 2**20


RANDOM = Random(4)


def pages() -> dict[str, list[str]]:
    """The addresses of content by language."""
    found: dict[str, list[str]] = {code: [] for code in CODES}
    for file in sorted((ROOT / "content").glob("*/page.yaml")):
        path = YAML(typ="safe").load(file)["path"]
        for text in file.parent.glob("*.md"):
            found[text.stem].append(f"/{text.stem}/{path}/" if path else f"/{text.stem}/")
    return found


def asked(path: str) -> list[dict[str, object]]:
    with urlopen(f"{HOST}/api/v1/{path}") as answer:  # noqa: S310 -- our own server
        return json.load(answer)


class Known:
    """What requests are made of, read once when the first asks."""

    _found: dict[str, list[object]] = {}

    @classmethod
    def of(cls, name: str, read: Callable[[], list[object]]) -> list[object]:
        if name not in cls._found:
            cls._found[name] = read()
        return cls._found[name]


PAGES = pages()
WRITTEN = [code for code in CODES if PAGES[code]]


def content() -> Sent:
    return "GET", RANDOM.choice(PAGES[RANDOM.choice(WRITTEN)]), ""


def help_finder() -> Sent:
    towns = Known.of("towns", lambda: [one["key"] for one in asked("municipalities")])
    needs = Known.of("needs", lambda: [one["key"] for one in asked("needs")])
    facts = {"sex": RANDOM.choice(["female", "male", ""]), "age": RANDOM.choice(["adult", "child", ""])}
    path = f"/{RANDOM.choice(CODES)}/help/{RANDOM.choice(towns)}/{RANDOM.choice(needs)}/"
    return "POST", path, urlencode(facts)


def advert() -> Sent:
    code = RANDOM.choice(CODES)
    file = ROOT / "reference" / "adverts" / "examples" / f"{code}.yaml"
    texts = Known.of(f"adverts in {code}", lambda: [one["text"] for one in examples(file)])
    return "POST", f"/{code}/advert/", urlencode({"text": RANDOM.choice(texts)})


def examples(file: Path) -> list[dict[str, str]]:
    found = YAML(typ="safe").load(file)
    return found if isinstance(found, list) else next(value for value in found.values() if isinstance(value, list))


def search() -> Sent:
    code = RANDOM.choice(WRITTEN)
    words = Known.of(f"words in {code}", lambda: words_of((ROOT / "content").glob(f"*/{code}.md")))
    return "POST", f"/{code}/search/", urlencode({"q": RANDOM.choice(words)})


def words_of(files: Iterable[Path]) -> list[str]:
    found = {word for file in files for word in file.read_text("utf-8").split()}
    return sorted(word for word in found if word.isalpha() and len(word) >= LONG)


def feed() -> Sent:
    names = ("news/atom.xml", "news/rss.xml", "events/all.ics", "sitemap.xml", "news/", "events/")
    return "GET", f"/{RANDOM.choice(CODES)}/{RANDOM.choice(names)}", ""


MAKERS = {"content": content, "help": help_finder, "adverts": advert, "search": search, "feeds": feed}

if __name__ == "__main__":
    sys.exit(main())
