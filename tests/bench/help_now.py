"""Who can help now, asked of a database that holds the whole region: 3,000 municipalities and 100,000 services."""

# ruff: noqa: E402 -- tables can be imported only once Django is set up
import os

os.environ["DJANGO_SETTINGS_MODULE"] = "lapotne.config.settings_test"

import time
from collections.abc import Iterator
from random import Random
from urllib.parse import urlencode

import django
import msgspec
import psycopg
from django.db import connection, connections, reset_queries
from django.test import Client
from django.test.utils import override_settings

django.setup()

from lapotne.apps.mechanism.queries.offerings import words_of
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities.models import Country, Municipality
from lapotne.config.warming import set_aside
from lapotne.domain.mechanism.towns import Mechanism
from tests.bench import country, generator
from tests.bench.measuring import machine, say
from tests.bench.region import LOCAL, SHARED, TOWNS
from tests.database import connectable, drop, make_database, stop_embedded_server

DATABASE = "bench_help_now"
ASKED, WARMING = 2000, 300
FACTS = urlencode({"sex": "male", "age": "adult", "nationality": "third_country", "languages": "vi"})
FORM = "application/x-www-form-urlencoded"
"""As a browser sends it."""


def main() -> None:
    make_database(DATABASE)
    try:
        services, rows = fill()
        say("help now", towns=f"{TOWNS:,}", services=f"{services:,}", rows=f"{rows:,}")
        set_aside()
        ask()
        say("help now", machine=machine())
    finally:
        tidy_up()
        stop_embedded_server()


def fill() -> tuple[int, int]:
    """The region's towns with what they offer, written as publishing would leave it."""
    random, needs = Random(1), list(reference().needs.values())
    here = Country.objects.create(code="lv", names={"en": "Latvia"})
    towns = generator.towns(random, TOWNS, LOCAL, SHARED, generator.hours_texts(random, country.TEXTS), needs)
    rows = 0
    with connection.cursor() as cursor:
        for mechanism in towns:
            pk = municipality(mechanism, here).pk
            table = "COPY mechanism_offering (municipality_id, need, offer, words) FROM STDIN"
            with cursor.copy(table) as copy:
                for row in offerings(mechanism, pk):
                    copy.write_row(row)
                    rows += 1
    with psycopg.connect(**connectable(connections["owner"].get_connection_params()), autocommit=True) as owner:
        owner.execute("ANALYZE")
    return TOWNS * LOCAL + SHARED, rows


def municipality(mechanism: Mechanism, here: Country) -> Municipality:
    town = mechanism.municipality
    return Municipality.objects.create(
        key=town.key, code=town.code, names=town.names, country=here, time_zone=town.time_zone
    )


def offerings(mechanism: Mechanism, pk: int) -> Iterator[tuple[int, str, str, str]]:
    for offer in mechanism.offers:
        if offer.serves:
            words = msgspec.json.encode(words_of(offer)).decode()
            yield from ((pk, need, offer.key, words) for need in sorted(offer.meets))


@override_settings(DEBUG=False)
def ask() -> None:
    """Pages of random towns and needs, every second one with facts; times are the server's, from request to page."""
    random, client, needs = Random(2), Client(), list(reference().needs)
    clock, processor = [], []
    for number in range(WARMING + ASKED):
        address = f"/en/help/xa-{random.randrange(TOWNS)}/{random.choice(needs)}/"
        began, worked = time.perf_counter(), time.process_time()
        page = client.post(address, FACTS, FORM) if number % 2 else client.get(address)
        if page.status_code != 200:
            raise RuntimeError(f"{address} answered {page.status_code}")
        if number >= WARMING:
            clock.append(1000 * (time.perf_counter() - began))
            processor.append(1000 * (time.process_time() - worked))
    say("help now", asked=ASKED, time=figures(clock), processor=figures(processor), queries=queries_of(client))


def figures(times: list[float]) -> str:
    ordered = sorted(times)
    median, high = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    return f"{median:.1f} ms at the median, {high:.1f} ms at the 99th percentile"


def queries_of(client: Client) -> int:
    connection.force_debug_cursor = True
    reset_queries()
    client.get("/en/help/xa-1/bed/")
    connection.force_debug_cursor = False
    return len(connection.queries)


def tidy_up() -> None:
    address = connections["owner"].get_connection_params()
    connections.close_all()
    with psycopg.connect(**connectable({**address, "dbname": "postgres"}), autocommit=True) as server:
        drop(server, DATABASE)


if __name__ == "__main__":
    main()
