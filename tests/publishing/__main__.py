"""`python -m tests.publishing [TARGET …]`: a board is published to each kind of host on loopback, and a table printed.

One posting is edited. Then one is edited, one comes and one goes, and the publish is killed while somebody reads: eight
times, each at a later instant, with the next publish after each. At last one goes back.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from tests.helpers import REPOSITORY, make_posting, read_tree, settings_of, write_site
from tests.publishing.servers import FakeNetlify, netlify, ssh_server
from tests.publishing.web_space import FakeS3, bucket, by_rclone, telling

ALL = ("folder", "ssh", "netlify", "s3", "sftp", "webdav", "pack")
SWITCHING = ("folder", "ssh", "netlify")
ROUNDS = 8
PROGRAM = "from jobboard.commands.main import run; raise SystemExit(run())"
LINK = re.compile(r'<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"#?]+)')
Seen = Callable[[], Mapping[str, bytes]]


class Place(NamedTuple):
    """A target as the settings have it, the environment it needs, and what its readers see."""

    target: dict[str, str]
    environment: dict[str, str]
    seen: Seen


@contextmanager
def place(kind: str, folder: Path) -> Iterator[Place]:
    with ExitStack() as stack:
        if kind == "ssh":
            user, port, config = stack.enter_context(ssh_server(folder / "ssh"))
            target = {"to": f"ssh://{user}@127.0.0.1:{port}{folder}/www", "ssh_config": config}
            yield Place(target, {}, lambda: current(folder / "www"))
        elif kind in ("sftp", "webdav"):
            known = stack.enter_context(by_rclone(kind, folder / "space"))
            to = f"{kind}://me@127.0.0.1:{known.port}/board"
            yield Place({"to": to}, telling(folder, known), lambda: tree(folder / "space/board"))
        elif kind == "s3":
            kept = FakeS3()
            endpoint = stack.enter_context(bucket(kept))
            keys = {"AWS_ACCESS_KEY_ID": "me", "AWS_SECRET_ACCESS_KEY": "secret"}
            yield Place({"to": "s3://board", "endpoint": endpoint}, keys, lambda: dict(kept.files))
        elif kind == "netlify":
            fake = FakeNetlify()
            api = stack.enter_context(netlify(fake))
            yield Place({"to": "netlify:board", "endpoint": api}, {"NETLIFY_AUTH_TOKEN": "secret"}, fake.site)
        elif kind == "pack":
            yield Place({"to": "pack:site.tar"}, {}, dict)
        else:
            yield Place({"to": "www"}, {}, lambda: current(folder / "board/www"))


def tree(folder: Path) -> dict[str, bytes]:
    """What is there, while it changes."""
    while True:
        with suppress(FileNotFoundError):
            return {path: data for path, data in read_tree(folder).items() if ".partial" not in path}


def current(folder: Path) -> dict[str, bytes]:
    """The site that the link shows at this instant."""
    return tree(folder / (folder / "current").readlink()) if (folder / "current").is_symlink() else {}


class Board(NamedTuple):
    folder: Path
    environment: dict[str, str]

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", PROGRAM, "publish", "--no-verify", "--allow-removals", *arguments]
        return subprocess.Popen(
            command, cwd=self.folder, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def publish(self, *arguments: str) -> str:
        with self.start(*arguments) as started:
            said, _ = started.communicate()
        return said

    def built(self) -> dict[str, bytes]:
        files = read_tree(self.folder / "output")
        return {path: data for path, data in files.items() if not path.startswith(".jobboard-")}

    def edit(self, words: str) -> None:
        (self.folder / "content/postings/analyst-1.md").write_text(make_posting(f"{words}\n", title="Analyst 1"))

    def replace(self, old: str, new: str) -> None:
        """One posting goes, if it is there, and another comes."""
        (self.folder / old).unlink(missing_ok=True)
        (self.folder / new).write_text(make_posting(title=f"Counting of {Path(new).stem}"))


def board_in(folder: Path, target: Place) -> Board:
    postings = {f"postings/analyst-{number}.md": make_posting(title=f"Analyst {number}") for number in range(1, 31)}
    write_site(folder / "content", postings)
    (folder / "pelicanconf.py").write_text(settings_of(REPOSITORY / "theme"))
    told = {**target.target, "url": "https://hub.example.org"}
    lines = (
        "import os, sys\nsys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))\nfrom pelicanconf import *\n"
    )
    (folder / "publishconf.py").write_text(f"{lines}JOBBOARD_PUBLISH = {{'it': {told!r}}}\n")
    inherited = {
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PATH": os.environ["PATH"],
        "JOBBOARD_SEAL": "a secret of this trial",
    }
    return Board(folder, {**inherited, "HOME": str(folder), **target.environment})


class Polls:
    """What somebody who reads all the time has seen: the old site, the new one, both mixed, links to nothing, and
    files that are in neither."""

    def __init__(self, seen: Seen, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> None:
        self.counts = {"old": 0, "new": 0, "mixed": 0, "dead links": 0, "broken files": 0}
        self._seen, self._old, self._new, self._over = seen, old, new, Event()
        self._thread = Thread(target=self._read)

    def __enter__(self) -> Polls:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _read(self) -> None:
        while not self._over.is_set():
            files = {path: data for path, data in self._seen().items() if not path.startswith(".jobboard-")}
            self.counts["old" if files == self._old else "new" if files == self._new else "mixed"] += 1
            known = {path: {self._old.get(path), self._new.get(path)} for path in files}
            self.counts["broken files"] += sum(data not in known[path] for path, data in files.items())
            self.counts["dead links"] += sum(
                each not in files for page in files for each in links_of(page, files[page])
            )
            time.sleep(0.01)


def links_of(path: str, data: bytes) -> Iterator[str]:
    """The files that a page leads to and loads."""
    for link in LINK.findall(data.decode(errors="replace")) if path.endswith(".html") else ():
        parts = urlsplit(urljoin(f"https://hub.example.org/{path}", link))
        if parts.netloc == "hub.example.org":
            place = unquote(parts.path).lstrip("/")
            yield f"{place}index.html" if place.endswith("/") or not place else place


def try_out(kind: str) -> str:
    with tempfile.TemporaryDirectory() as name, place(kind, Path(name)) as target:
        board = board_in(Path(name) / "board", target)
        first = board.publish()
        old = board.built()
        board.edit("You will count trams.")
        board.publish("--dry-run")
        began = time.monotonic()
        second = board.publish()
        lasted, new = time.monotonic() - began, board.built()
        counts: dict[str, int] = {}
        for number in range(ROUNDS if kind != "pack" else 0):
            board.edit(f"You will count {number} trams.")
            board.replace(f"content/postings/trams-{number - 1}.md", f"content/postings/trams-{number}.md")
            board.publish("--dry-run")
            old, new = new, board.built()
            with Polls(target.seen, old, new) as polls, board.start() as started:
                wait_for_change(
                    target.seen, old, 0 if kind in SWITCHING else 1 + 4 * number, lasted * (0.6 + number / 11)
                )
                os.kill(started.pid, signal.SIGKILL)
                started.communicate()
            board.publish()
            for each, more in {**polls.counts, "right after the next publish": is_right(target, new)}.items():
                counts[each] = counts.get(each, 0) + more
        back = board.publish("--rollback").strip().splitlines()[-1]
        told = {
            "first publish": line_of(first),
            "one edit": line_of(second),
            f"killed {ROUNDS} times": ", ".join(f"{each}: {count}" for each, count in counts.items()) or "no readers",
            "rollback": back,
            "published again": line_of(board.publish()),
            "nothing changed": line_of(board.publish()),
        }
        return "".join([f"== {kind}\n", *(f"  {name:16} {words}\n" for name, words in told.items())])


def wait_for_change(seen: Seen, old: Mapping[str, bytes], files: int, seconds: float) -> None:
    """Until so many files are others than they were, where a number is given; else for so long."""
    until = time.monotonic() + (seconds if not files else 3 * seconds)
    while time.monotonic() < until:
        if files and sum(old.get(path) != data for path, data in seen().items()) >= files:
            return
        time.sleep(0.002)


def is_right(target: Place, new: Mapping[str, bytes]) -> bool:
    return {path: data for path, data in target.seen().items() if not path.startswith(".jobboard-")} == new


def line_of(said: str) -> str:
    """The line that says what travelled, without the name of the target."""
    return next((line.partition(": ")[2] for line in said.splitlines() if re.match("it: ", line)), said)


if __name__ == "__main__":
    for each in sys.argv[1:] or ALL:
        sys.stdout.write(try_out(each))
        sys.stdout.flush()
