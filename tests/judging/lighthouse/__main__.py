"""Asks Lighthouse about a page of each kind of the demo: `python -m tests.judging.lighthouse`, `make lighthouse`.

The demo is served from this machine, packed as hosts do. How fast a page is depends on what else the machine does; the
other columns do not. It ends with 1 if accessibility or best practices are less than whole.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from bench.corpus import NOW

from tests.browser.chromium import path_of_chromium
from tests.helpers import REPOSITORY
from tests.judging.demo import build_demo

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
MUST_BE_WHOLE = ("accessibility", "best-practices")
WELL = 0.9
"""From which score an audit is not worth a word."""

LEADS_ELSEWHERE = "moved.html"
"""Its page is left before anything can be measured."""

PORT = 8765
_PROGRAM = REPOSITORY / ".venv/.judges/lighthouse/node_modules/.bin/lighthouse"
_OPTIONS = ("--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}")
_CHROMIUM = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
}


def scores_of(url: str) -> tuple[dict[str, int], list[str]]:
    """The score of each category, of a hundred, and the audits that cost some of it."""
    command = [str(_PROGRAM), url, *_OPTIONS, _CHROMIUM]
    environment = {**os.environ, "CHROME_PATH": path_of_chromium()}
    said = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    report = json.loads(said)
    scores = {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES}
    refs = [ref for name in CATEGORIES for ref in report["categories"][name]["auditRefs"] if ref["weight"]]
    audits = [report["audits"][ref["id"]] for ref in refs]
    return scores, [each["id"] for each in audits if each["score"] is not None and each["score"] < WELL]


@contextmanager
def serving(files: Mapping[str, bytes]) -> Iterator[None]:
    """The files at a port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0].removeprefix("/")
            path = f"{path}index.html" if path == "" or path.endswith("/") else path
            data, type_ = files.get(path), _TYPES.get(path.rpartition(".")[2])
            body = gzip.compress(data, mtime=0) if data and type_ else data or b""
            self.send_response(404 if data is None else 200)
            self.send_header("Content-Type", type_ or "application/octet-stream")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", f"max-age={31536000 if path.startswith('theme/') else 600}")
            if data and type_:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            with suppress(ConnectionError):  # a page that is left asks for no more
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", PORT), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def main() -> int:
    """Print the scores of a page of each kind, and what cost them."""
    url, is_well = f"http://localhost:{PORT}", True
    with tempfile.TemporaryDirectory() as folder:
        built = build_demo(Path(folder) / "demo", NOW, url)
    with serving(built.files):
        sys.stdout.write(f"{'':22}" + "".join(f"{name:>16}" for name in CATEGORIES) + "\n")
        for template, lang in sorted(built.pages):
            if lang != "en" or template == LEADS_ELSEWHERE:
                continue
            path = built.longest(template)
            scores, costs = scores_of(f"{url}{path}")
            is_well = is_well and all(scores[name] == 100 for name in MUST_BE_WHOLE)
            row = "".join(f"{scores[name]:16}" for name in CATEGORIES)
            sys.stdout.write(f"{template:22}{row}  {path} {', '.join(costs)}\n")
            sys.stdout.flush()
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
