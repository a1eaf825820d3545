"""Which host a target is, what a pack holds, and what is said where something to publish with is missing."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from jobboard.engine.folder import OutputError, Waiting, locked
from jobboard.publishing.folder_host import FolderHost
from jobboard.publishing.host import NotPublishedError
from jobboard.publishing.hosts import host_for
from jobboard.publishing.netlify import API, NetlifyHost
from jobboard.publishing.pack_host import PackHost
from jobboard.publishing.releases import NoEarlierError
from jobboard.publishing.shell import program, run_program
from jobboard.publishing.ssh_host import SshHost
from jobboard.publishing.store_host import StoreHost
from jobboard.publishing.target import PublishTarget, parts_of_target
from jobboard.publishing.travel import Stage, stage_of
from tests.helpers import SITE
from tests.publishing.servers import found
from tests.publishing.sites import NEW, OLD, bring, put_site

HOSTS = {
    "/srv/www": FolderHost,
    "ssh://host.example/srv": SshHost,
    "rsync://host.example/srv": SshHost,
    "netlify:board": NetlifyHost,
    "pack:site.tar": PackHost,
    "s3://bucket": StoreHost,
    "sftp://host.example/www": StoreHost,
    "webdavs://host.example/www": StoreHost,
}


def target_at(address: str) -> PublishTarget:
    return PublishTarget(name="production", **parts_of_target(address))  # type: ignore[arg-type]


@pytest.mark.parametrize("address", HOSTS)
def test_a_target_is_the_host_its_address_says(address: str) -> None:
    if address.startswith("s3:"):
        pytest.importorskip("obstore")
    given = {"NETLIFY_AUTH_TOKEN": "secret"}
    assert type(host_for(target_at(address), SITE, b"key", given, Waiting())) is HOSTS[address]


def test_netlify_is_asked_at_its_own_address_and_with_a_token_alone() -> None:
    host = host_for(target_at("netlify:board"), SITE, b"", {"NETLIFY_AUTH_TOKEN": " secret\n"}, Waiting())
    assert host == NetlifyHost("board", "secret", API)
    with pytest.raises(NotPublishedError, match="NETLIFY_AUTH_TOKEN"):
        host_for(target_at("netlify:board"), SITE, b"", {}, Waiting())


def test_a_program_that_is_missing_is_named_with_the_way_to_it() -> None:
    with pytest.raises(NotPublishedError, match="no-such-program is not installed; get it"):
        program("no-such-program", "get it")


@pytest.mark.skipif(found("rclone") is None, reason="rclone is not installed")
def test_a_password_is_never_told_as_it_is() -> None:
    given = {"JOBBOARD_PUBLISH_PASSWORD": "open sesame", "PATH": "/usr/bin:/bin"}
    host = host_for(target_at("sftp://me@host.example:2222/www"), SITE, b"", given, Waiting())
    assert isinstance(host, StoreHost)
    told = host.shelf.environment  # type: ignore[attr-defined]
    assert told["RCLONE_CONFIG_BOARD_HOST"] == "host.example"
    assert told["RCLONE_CONFIG_BOARD_PORT"] == "2222"
    assert "open sesame" not in told["RCLONE_CONFIG_BOARD_PASS"]


def test_the_same_site_is_the_same_pack(tmp_path: Path) -> None:
    target = target_at(f"pack:{tmp_path}/site.tar")
    host = PackHost(Path(target.path))
    bring(host, put_site(tmp_path / "one", OLD), target)
    first = host.file.read_bytes()
    bring(host, put_site(tmp_path / "other", OLD), target)
    assert host.file.read_bytes() == first
    bring(host, put_site(tmp_path / "new", NEW), target)
    with tarfile.open(host.file) as archive:
        packed = {each.name: archive.extractfile(each).read() for each in archive}  # type: ignore[union-attr]
    assert packed == {f"./{path}": data for path, data in NEW.items()}
    with pytest.raises(NoEarlierError):
        host.go_back(host.look())


def test_a_pack_that_is_there_is_looked_into_and_made_again_only_where_it_differs(tmp_path: Path) -> None:
    target = target_at(f"pack:{tmp_path}/site.tar")
    host = PackHost(Path(target.path))
    assert not host.look().current
    old = put_site(tmp_path / "old", OLD)
    bring(host, old, target)
    assert host.look().current == "site.tar"
    assert bring(host, old, target).travel.is_nothing
    assert bring(host, put_site(tmp_path / "new", NEW), target).travel.gone == (
        "jobs/gone/index.html",
        "theme/style.1.css",
    )


def other_archive(file: Path) -> None:
    with tarfile.open(file, "w") as archive:
        archive.add(__file__, "etc/passwd")


OTHERS: dict[str, Callable[[Path], object]] = {
    "text": lambda file: file.write_bytes(b"a letter to my mother"),
    "nothing": lambda file: file.touch(),
    "an archive": other_archive,
    "zeroes": lambda file: file.write_bytes(b"\0" * 20_000),
}


@pytest.mark.parametrize("other", OTHERS)
def test_no_file_of_others_becomes_a_pack(other: str, tmp_path: Path) -> None:
    file = tmp_path / "mine"
    OTHERS[other](file)
    before = file.read_bytes()
    with pytest.raises(NotPublishedError, match="is no pack of a site"):
        bring(PackHost(file), put_site(tmp_path / "old", OLD), target_at(f"pack:{file}"))
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("exit 11", "sh: the disk is full"),
        ("exit 12", "sh: ended with 12"),
        ("echo 'ERROR : 401' >&2; exit 1", "sh: 401"),
        ("echo 'ssh: no way in' >&2; exit 1", "sh: no way in"),
        ("printf 'a\\n\\nb\\nc\\nd\\n' >&2; exit 1", "sh: b / c / d"),
    ],
)
def test_what_a_program_says_last_is_told_and_what_its_end_means_where_it_says_nothing(script: str, words: str) -> None:
    with pytest.raises(NotPublishedError) as told:
        run_program(["/bin/sh", "-c", script], ends={11: "the disk is full"})
    assert str(told.value) == words


@pytest.mark.skipif(sys.platform == "win32", reason="locks are those of POSIX")
def test_a_program_that_outlives_a_killed_publish_keeps_the_next_waiting(tmp_path: Path) -> None:
    """Else what it still carries would come after what is newer."""
    lines = f"""
from pathlib import Path
from jobboard.engine.folder import locked
from jobboard.publishing.shell import run_program
with locked(Path({str(tmp_path)!r})):
    run_program(["/bin/sh", "-c", "touch {tmp_path}/begun; while [ ! -e {tmp_path}/over ]; do sleep 0.05; done"])
"""
    with subprocess.Popen([sys.executable, "-c", lines]) as publishing:
        while not (tmp_path / "begun").exists():
            time.sleep(0.02)
        publishing.kill()
    with pytest.raises(OutputError), locked(tmp_path, Waiting(0.2)):
        pass
    (tmp_path / "over").touch()
    with locked(tmp_path, Waiting(10)):
        pass


@pytest.mark.parametrize(
    ("path", "is_new", "stage"),
    [
        ("theme/style.abc.css", False, Stage.LOADED),
        ("theme/style.abc.css.gz", True, Stage.LOADED),
        ("media/plan.pdf", True, Stage.LOADED),
        ("jobs/analyst/card.png", False, Stage.LOADED),
        ("pagefind/index.json", False, Stage.LOADED),
        ("jobs/analyst/index.html", True, Stage.NEW),
        ("jobs/analyst/index.html", False, Stage.CHANGED),
        ("jobs/index.html", False, Stage.LISTS),
        ("index.html.gz", False, Stage.LISTS),
        ("feeds/jobs.rss.xml", False, Stage.PROGRAMS),
        ("jobs/analyst/deadline.ics", False, Stage.PROGRAMS),
        ("jobs/analyst/deadline.ics", True, Stage.LOADED),
        ("jobs/analyst/index.md", True, Stage.LOADED),
        ("feeds/topics/trams.rss.xml", True, Stage.LOADED),
        ("build.json", True, Stage.LAST),
        ("sitemap.xml", False, Stage.PROGRAMS),
        ("_redirects", False, Stage.PROGRAMS),
        ("build.json", False, Stage.LAST),
    ],
)
def test_every_file_has_its_turn(path: str, is_new: bool, stage: Stage) -> None:
    assert stage_of(path, is_new=is_new) == stage
