"""Stores of files: one after the other, so that whoever comes in between is led nowhere that is not there."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from jobboard.engine.folder import Waiting
from jobboard.publishing import rclone, ssh_host
from jobboard.publishing.host import NotPublishedError
from jobboard.publishing.hosts import host_for
from jobboard.publishing.rclone import rclone_shelf
from jobboard.publishing.releases import NoEarlierError
from jobboard.publishing.site_files import SiteFile
from jobboard.publishing.store_host import LIST, StoreHost
from jobboard.publishing.target import PublishTarget
from tests.helpers import SITE, read_tree
from tests.publishing.servers import PLACES, found
from tests.publishing.sites import NEW, OLD, bring, put_site
from tests.publishing.web_space import FakeS3, bucket, by_rclone, telling

TARGET = PublishTarget(name="production", kind="s3", host="board")


class FullError(Exception):
    """The store takes no more."""


class MemoryShelf:
    """A shelf in memory; `log` is every file that came or went, in turn, and it breaks after so many."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.log: list[str] = []
        self.breaks_after: int | None = None

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def write(self, path: str, data: bytes) -> None:
        self.files[path] = data

    def put(self, files: Sequence[SiteFile]) -> None:
        for file in files:
            self._step(file.path)
            self.files[file.path] = file.source.read_bytes()

    def delete(self, paths: Sequence[str]) -> None:
        for path in paths:
            self._step(f"-{path}")
            self.files.pop(path, None)

    def site(self) -> dict[str, bytes]:
        return {path: data for path, data in self.files.items() if path != LIST}

    def _step(self, what: str) -> None:
        if self.breaks_after is not None and len(self.log) >= self.breaks_after:
            self.files[what.removeprefix("-")] = b"half"
            raise FullError
        self.log.append(what)


@pytest.fixture
def shelf() -> MemoryShelf:
    return MemoryShelf()


def test_what_pages_load_comes_first_and_what_is_gone_goes_last(tmp_path: Path, shelf: MemoryShelf) -> None:
    host = StoreHost(shelf, "production", b"key")
    bring(host, put_site(tmp_path / "old", OLD), TARGET)
    shelf.log.clear()
    bring(host, put_site(tmp_path / "new", NEW), TARGET)
    assert shelf.site() == NEW
    assert shelf.log == [
        "theme/style.2.css",
        "jobs/mapper/index.html",
        "jobs/index.html",
        "index.html",
        "feeds/jobs.rss.xml",
        "build.json",
        "-jobs/gone/index.html",
        "-theme/style.1.css",
    ]


@pytest.mark.parametrize("steps", range(8))
def test_a_publish_that_breaks_off_goes_on_and_believes_nothing_half_written(
    steps: int, tmp_path: Path, shelf: MemoryShelf
) -> None:
    host = StoreHost(shelf, "production", b"key")
    bring(host, put_site(tmp_path / "old", OLD), TARGET)
    new = put_site(tmp_path / "new", NEW)
    shelf.log.clear()
    shelf.breaks_after = steps
    with pytest.raises(FullError):
        bring(host, new, TARGET)
    shelf.breaks_after = None
    brought = {*shelf.log}
    shelf.log.clear()
    bring(host, new, TARGET)
    assert shelf.site() == NEW
    if steps > 1:
        assert brought - {*shelf.log}, "what came whole is not brought again"


def test_files_of_others_stay(tmp_path: Path, shelf: MemoryShelf) -> None:
    shelf.files["google1234.html"] = b"proof"
    host = StoreHost(shelf, "production", b"key")
    bring(host, put_site(tmp_path / "old", OLD), TARGET)
    bring(host, put_site(tmp_path / "new", NEW), TARGET)
    assert shelf.site() == {**NEW, "google1234.html": b"proof"}


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda _: b"", lambda data: data + b" "])
def test_a_list_that_is_damaged_or_of_others_costs_time_alone(
    damage: Callable[[bytes], bytes], tmp_path: Path, shelf: MemoryShelf
) -> None:
    host, old = StoreHost(shelf, "production", b"key"), put_site(tmp_path / "old", OLD)
    bring(host, old, TARGET)
    shelf.files[LIST] = damage(shelf.files[LIST])
    assert not host.look().is_sure
    assert len(bring(host, old, TARGET).travel.files) == len(OLD)
    assert shelf.site() == OLD


def test_there_is_no_way_back_and_it_says_so(shelf: MemoryShelf) -> None:
    with pytest.raises(NoEarlierError, match="publish an earlier commit"):
        StoreHost(shelf, "production", b"key").go_back(StoreHost(shelf, "production", b"key").look())


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[FakeS3, str]]:
    pytest.importorskip("obstore")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "me")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    kept = FakeS3()
    with bucket(kept) as endpoint:
        yield kept, endpoint


def test_a_bucket_gets_each_file_with_its_type_and_lifetime(tmp_path: Path, s3: tuple[FakeS3, str]) -> None:
    from jobboard.publishing.s3 import S3Shelf, bucket_of

    kept, endpoint = s3
    target = PublishTarget(name="production", kind="s3", host="board", path="/site", endpoint=endpoint)
    host = StoreHost(S3Shelf(bucket_of(target), SITE), "production", b"key")
    bring(host, put_site(tmp_path / "old", OLD), target)
    kept.puts.clear()
    bring(host, put_site(tmp_path / "new", NEW), target)
    assert {path.removeprefix("site/"): data for path, data in kept.files.items() if LIST not in path} == NEW
    assert {path for path in kept.puts if LIST not in path} == {f"site/{p}" for p in NEW if OLD.get(p) != NEW[p]}
    assert kept.told["site/theme/style.2.css"] == ("text/css; charset=utf-8", "public, max-age=31536000, immutable")
    assert kept.told["site/feeds/jobs.rss.xml"] == ("application/rss+xml; charset=utf-8", "no-cache")
    assert kept.told["site/index.html"] == ("text/html; charset=utf-8", "no-cache")


def test_a_bucket_that_does_not_answer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("obstore")
    from obstore.store import S3Store

    from jobboard.publishing.s3 import S3Shelf

    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "me")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    store = S3Store(
        "board", endpoint="http://127.0.0.1:1", client_options={"allow_http": True}, retry_config={"max_retries": 0}
    )
    with pytest.raises(NotPublishedError, match="the store says: "):
        S3Shelf(store, SITE).read(LIST)


@pytest.mark.skipif(found("rclone") is None, reason="rclone is not installed")
@pytest.mark.parametrize("kind", ["sftp", "webdav"])
def test_web_space_gets_what_differs_by_rclone(kind: str, tmp_path: Path) -> None:
    place = tmp_path / "space"
    with by_rclone(kind, place) as target:
        shelf = rclone_shelf(target, telling(tmp_path, target))
        host = StoreHost(shelf, "production", b"key")
        assert not host.look().files
        bring(host, put_site(tmp_path / "old", OLD), target)
        put_site(place / "board", {"theirs.txt": b"theirs"})
        (place / "board/.jobboard-files").unlink()
        stays = (place / "board/media/plan.pdf").stat().st_mtime_ns
        load = bring(host, put_site(tmp_path / "new", NEW), target)
        assert {path: data for path, data in read_tree(place / "board").items() if path != LIST} == {
            **NEW,
            "theirs.txt": b"theirs",
        }
        assert (place / "board/media/plan.pdf").stat().st_mtime_ns == stays
        assert len(load.travel.files) == 6


@pytest.mark.skipif(found("rclone") is None, reason="rclone is not installed")
@pytest.mark.parametrize("kind", ["sftp", "webdav"])
def test_a_wrong_password_is_said_and_not_shown(kind: str, tmp_path: Path) -> None:
    with by_rclone(kind, tmp_path / "space") as target:
        shelf = rclone_shelf(target, telling(tmp_path, target, "hunter2"))
        with pytest.raises(NotPublishedError, match=r"rclone: .*(authenticate|401)") as told:
            StoreHost(shelf, "production", b"key").look()
    assert "hunter2" not in str(told.value)
    assert "/" not in str(told.value)[:9], "without the time"


@pytest.mark.skipif(found("rclone") is None, reason="rclone is not installed")
@pytest.mark.parametrize("known", [b"", None, b"another"])
def test_no_password_is_told_to_a_machine_that_is_not_known(known: bytes | None, tmp_path: Path) -> None:
    with by_rclone("sftp", tmp_path / "space") as target:
        environment = telling(tmp_path, target)
        file = tmp_path / ".ssh/known_hosts"
        if known is None:
            file.unlink()
        else:
            key = b"AAAAC3NzaC1lZDI1NTE5AAAAI" + b"A" * 43
            file.write_bytes(known and b"[127.0.0.1]:%d ssh-ed25519 %b\n" % (target.port, key))
        shelf = rclone_shelf(target, environment)
        with pytest.raises(NotPublishedError, match=r"known by its key in ~/\.ssh/known_hosts"):
            StoreHost(shelf, "production", b"key").look()


@pytest.mark.skipif(found("rclone") is None, reason="rclone is not installed")
def test_a_name_of_two_lines_is_not_two_files(tmp_path: Path) -> None:
    target = PublishTarget(name="production", kind="webdav", host="127.0.0.1", port=1, path="/board")
    shelf = rclone_shelf(target, {"PATH": PLACES})
    with pytest.raises(NotPublishedError, match=r"'a\\nb': rclone takes a line for each file"):
        shelf.put([SiteFile("a\nb", tmp_path / "a\nb", 1, "")])


@pytest.mark.parametrize("kind", ["ssh", "sftp", "ftps", "webdav", "s3"])
def test_a_host_that_says_nothing_is_given_up(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if kind == "s3":
        pytest.importorskip("obstore")
    elif found("rclone" if kind != "ssh" else "ssh") is None:
        pytest.skip("not installed")
    soon = re.compile(r"\b(?:20|45|15|4|3|2)(?=s$|$)")
    for module in (rclone, ssh_host):
        monkeypatch.setattr(module, "_ALIVE", tuple(soon.sub("1", each) for each in module._ALIVE))
    monkeypatch.setattr("jobboard.publishing.s3._PATIENCE", timedelta(seconds=1))
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "me")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        place = {"host": "board", "endpoint": f"http://127.0.0.1:{port}"} if kind == "s3" else {"host": "127.0.0.1"}
        target = PublishTarget(name="production", kind=kind, port=port, path="/srv/www", **place)
        started = time.monotonic()
        with pytest.raises(NotPublishedError):
            host_for(target, SITE, b"key", telling(tmp_path, target, is_known=False), Waiting()).look()
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(("listed", "is_there"), [("other/", False), ("board/", True), ("", False)])
def test_a_server_that_calls_a_missing_folder_trouble_is_asked_from_the_top(
    listed: str, is_there: bool, tmp_path: Path
) -> None:
    """As a stand-in for rclone has it: FTP has several words for one thing."""
    program = tmp_path / "rclone"
    program.write_text(
        f"""#!/bin/sh
case "$*" in
  *--dirs-only*) [ "{listed}" ] && echo "{listed}"; exit 0 ;;
  *) echo 'ERROR : error listing: 501 "No such directory."' >&2; exit 1 ;;
esac
"""
    )
    program.chmod(0o755)
    target = PublishTarget(name="production", kind="ftps", host="host.example", path="/board")
    host = StoreHost(rclone_shelf(target, {"PATH": f"{tmp_path}:{PLACES}"}), "production", b"key")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PATH", f"{tmp_path}:{PLACES}")
        if is_there:
            with pytest.raises(NotPublishedError, match=r'rclone: error listing: 501 "No such directory\."'):
                host.look()
        else:
            assert not host.look().files
