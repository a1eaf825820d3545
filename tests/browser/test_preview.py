"""A site previewed as of another day."""

from __future__ import annotations

import functools
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from jobboard.pelican_adapter.preview_server import Builds, PreviewHandler
from tests.helpers import at


def test_a_preview_as_of_another_day_tells_the_script_that_it_is_then(tmp_path: Path) -> None:
    handler = functools.partial(PreviewHandler, builds=Builds(), directory=str(tmp_path), now=at("2026-03-16 12:00"))
    (tmp_path / "build.json").write_text("{}")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        serving.start()
        connection = HTTPConnection("127.0.0.1", server.server_port)
        connection.request("GET", "/build.json")
        reply = connection.getresponse()
        reply.read()
        connection.close()
        server.shutdown()
        serving.join()
    assert reply.getheader("Date") == "Mon, 16 Mar 2026 11:00:00 GMT"
