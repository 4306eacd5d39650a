"""First content on a slow phone: Chromium with a slow processor and a slow network, nothing kept from before.

The profile is the one that Lighthouse calls a slow phone: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up,
a processor four times slower than this machine's. The slower one, 400 ms and 400 kbit/s, is printed beside it.
"""

import os
import sys
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.bench.load import HOST, prepare, served
from tests.bench.measuring import machine, say
from tools import browser

SLOWER = 4
"""Times; of the processor."""

NETWORKS = {
    "slow phone": {"offline": False, "latency": 150, "downloadThroughput": 204_800, "uploadThroughput": 96_000},
    "far from a mast": {"offline": False, "latency": 400, "downloadThroughput": 51_200, "uploadThroughput": 51_200},
}
PAGES = ("/lv/", "/uk/help/", "/ru/help/lv-demo/", "/pl/help/lv-demo/bed/?at=2026-11-18T03:00", "/de/advert/",
         "/en/signs/", "/lv/news/", "/lv/events/", "/lv/directory/lv-demo/", "/en/law/lv/")  # fmt: skip
RUNS = 5
PAINTED = """() => new Promise((tell) => new PerformanceObserver((list) =>
    list.getEntriesByName("first-contentful-paint").forEach((one) => tell(one.startTime)))
    .observe({ type: "paint", buffered: true }))"""
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}


def main() -> int:
    prepare()
    path = browser.ensure()
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with served(), sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=as_root)
        for network, limits in NETWORKS.items():
            for page in PAGES:
                first_content(chromium, page, limits)
                times = [first_content(chromium, page, limits) for _run in range(RUNS)]
                said = f"{median(times):.0f} at the median, {max(times):.0f} at most of {RUNS}"
                say("first content", network=network, page=page, milliseconds=said)
        chromium.close()
    say("first content", machine=machine())
    return 0


def first_content(chromium: Browser, address: str, limits: dict[str, object]) -> float:
    """Milliseconds from asking to the first word or picture on the screen, with an empty store."""
    context = chromium.new_context(**PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", limits)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"{HOST}{address}")
    painted = page.evaluate(PAINTED)
    context.close()
    return float(painted)


if __name__ == "__main__":
    sys.exit(main())
