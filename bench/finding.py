"""`python -m bench.finding FOLDER`: what the filter of a built board weighs, and how soon it answers.

FOLDER is a site as it is published, for instance that of `python -m bench --sizes 6000` or of `make demo`. Said are the
bytes of both files over the wire (gzip, level 6), and the milliseconds from asking for the page to the number of
postings found, with the processor slowed four times: once on a connection that costs nothing, once on slow 4G (1.6
Mbit/s, 150 ms there and back). Each is the median of five readers who have nothing of the site yet. It needs Chromium
and the packages of the tests.
"""

from __future__ import annotations

import gzip
import re
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import click
from playwright.sync_api import Browser, expect, sync_playwright
from tests.browser.chromium import launch

FILES = ("jobs/facets.json", "jobs/titles.json")
QUERY = "jobs/?kind=job"
SLOWED, READERS = 4, 5
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
"""In ms and bytes a second."""
_WIRE = 6
_NUMBER = re.compile(r"\d")


class _Packed(SimpleHTTPRequestHandler):
    """Files as hosts send them: packed, unless that is no use."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        data = gzip.compress(file.read_bytes(), _WIRE)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002  # the name it has there
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packed, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def wire_bytes(folder: Path) -> dict[str, int]:
    """The bytes of both files as they travel."""
    return {name: len(gzip.compress((folder / name).read_bytes(), _WIRE)) for name in FILES}


def first_answer(browser: Browser, home: str, network: dict[str, int] | None) -> float:
    """Milliseconds until a reader who comes with a query sees how many postings there are."""
    context = browser.new_context()
    page = context.new_page()
    devices = context.new_cdp_session(page)
    devices.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    if network:
        devices.send("Network.enable")
        devices.send("Network.emulateNetworkConditions", network)
    began = time.perf_counter()
    page.goto(f"{home}{QUERY}", wait_until="commit")
    expect(page.locator("[data-part=status]")).to_have_text(_NUMBER, timeout=60_000)
    taken = (time.perf_counter() - began) * 1000
    context.close()
    return taken


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(folder: Path) -> None:
    """Say what the filter of the site in FOLDER weighs, and how soon it answers."""
    for name, size in wire_bytes(folder).items():
        click.echo(f"{name}: {size / 1000:.1f} kB over the wire")
    with _served(folder) as home, sync_playwright() as playwright:
        browser = launch(playwright)
        for words, network in (("no connection to wait for", None), ("slow 4G", SLOW_4G)):
            taken = statistics.median(first_answer(browser, home, network) for _ in range(READERS))
            click.echo(f"first answer, processor slowed {SLOWED} times, {words}: {taken:.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
