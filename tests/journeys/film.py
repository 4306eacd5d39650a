"""Films a page's screen, to tell how long after an act it is clear of what was read."""

import base64
import io
import time
from contextlib import suppress

from PIL import Image
from playwright.sync_api import Error, Page

SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""A slow phone: 400 ms there and back, 400 kbit/s."""

ALMOST_ALL = 0.9


class Film:
    """The pictures of a page from now on, each with its second."""

    def __init__(self, page: Page) -> None:
        self.pictures: list[tuple[float, bytes]] = []
        self.session = page.context.new_cdp_session(page)
        self.session.send("Network.enable")
        self.session.send("Network.emulateNetworkConditions", SLOW)
        self.session.on("Page.screencastFrame", self._keep)
        self.session.send("Page.startScreencast", {"format": "jpeg", "quality": 60, "everyNthFrame": 1})
        page.wait_for_timeout(400)
        self.began = time.time()

    def begin(self) -> None:
        self.began = time.time()

    def milliseconds_until_clear(self) -> int | None:
        """None: the screen was never clear."""
        clear = (at for at, picture in self.pictures if at >= self.began and is_clear(picture))
        return next((round((at - self.began) * 1000) for at in clear), None)

    def _keep(self, frame: dict) -> None:
        self.pictures.append((frame["metadata"]["timestamp"], base64.b64decode(frame["data"])))
        with suppress(Error):
            self.session.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})


def is_clear(picture: bytes) -> bool:
    """Whether almost all of a screen has one colour: a word may stand on it, a page of ours can't."""
    shades = Image.open(io.BytesIO(picture)).convert("L").histogram()
    return max(shades) > ALMOST_ALL * sum(shades)
