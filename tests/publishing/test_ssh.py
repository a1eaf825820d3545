"""A machine with ssh and rsync as a host: this one, by a server of the test's own."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import Any

import pytest

from jobboard.publishing import ssh_host
from jobboard.publishing.host import NotPublishedError
from jobboard.publishing.shell import run_program
from jobboard.publishing.ssh_host import SshHost
from jobboard.publishing.target import PublishTarget
from tests.helpers import NOW, read_tree
from tests.publishing.servers import found, ssh_server
from tests.publishing.sites import NEW, OLD, bring, load_for, put_site

LATER = NOW + timedelta(hours=1)
LACKING = [name for name in ("rsync", "ssh", "sshd") if found(name) is None]

pytestmark = pytest.mark.skipif(bool(LACKING), reason=f"not installed: {', '.join(LACKING)}")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int, str]]:
    with ssh_server(tmp_path_factory.mktemp("ssh") / "a server") as known:
        yield known


@pytest.fixture
def target(server: tuple[str, int, str], tmp_path: Path) -> PublishTarget:
    user, port, config = server
    folder = str(tmp_path / "www")
    return PublishTarget(
        name="production", kind="ssh", host="127.0.0.1", user=user, port=port, path=folder, ssh_config=config, keep=2
    )


@pytest.fixture
def host(target: PublishTarget) -> SshHost:
    return SshHost(target, b"key")


def seen(target: PublishTarget) -> dict[str, bytes]:
    return read_tree(Path(target.path) / "current")


def test_a_site_is_brought_and_what_stays_is_the_same_file(
    tmp_path: Path, host: SshHost, target: PublishTarget
) -> None:
    old, new = put_site(tmp_path / "old", OLD), put_site(tmp_path / "new", NEW)
    bring(host, old, target)
    assert seen(target) == OLD
    load = bring(host, new, target, LATER)
    assert seen(target) == NEW
    assert {file.path for file in load.travel.files} == {path for path in NEW if OLD.get(path) != NEW[path]}
    one, other = (Path(target.path) / "releases" / name for name in host.look().known)
    assert (one / "media/plan.pdf").samefile(other / "media/plan.pdf")
    assert not (one / "index.html").samefile(other / "index.html")
    assert bring(host, new, target, LATER).travel.is_nothing


def test_compressed_copies_go_with_the_site(tmp_path: Path, target: PublishTarget) -> None:
    from msgspec.structs import replace

    squeezed = replace(target, compress=True)
    bring(SshHost(squeezed, b"key"), put_site(tmp_path / "old", OLD), squeezed)
    assert seen(target).keys() == {*OLD, "theme/style.1.css.gz"}


def test_one_goes_back_and_so_many_stay(tmp_path: Path, host: SshHost, target: PublishTarget) -> None:
    for number in range(4):
        bring(host, put_site(tmp_path / str(number), {"index.html": str(number).encode()}), target, NOW)
    assert len(host.look().known) == target.keep
    host.go_back(host.look())
    assert seen(target) == {"index.html": b"2"}


@pytest.mark.parametrize("lines", [1, 3, 6, 9])
def test_a_publish_that_ends_at_any_step_shows_one_site_whole_and_the_next_goes_on(
    lines: int, tmp_path: Path, host: SshHost, target: PublishTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection breaks after so many lines of what the machine is to do."""
    old, new = put_site(tmp_path / "old", OLD), put_site(tmp_path / "new", NEW)
    bring(host, put_site(tmp_path / "older", {"index.html": b"older"}), target)
    bring(host, old, target)
    load, there = load_for(host, new, target, LATER), host.look()

    def run(command: list[str], given: bytes = b"", **options: Any) -> bytes:
        if "cat >" in command[-1]:
            command = [*command[:-1], "\n".join(command[-1].splitlines()[: lines + 1])]
        return run_program(command, given, **options)

    with monkeypatch.context() as patched:
        patched.setattr(ssh_host, "run_program", run)
        host.carry(load, there)
    assert seen(target) in (OLD, NEW)
    assert (seen(target) == NEW) == (lines >= 6)
    if seen(target) == OLD:
        bring(host, new, target, LATER)
    assert seen(target) == NEW
    host.go_back(host.look())
    assert seen(target) == OLD


def test_a_list_of_others_is_not_believed_and_costs_time_alone(
    tmp_path: Path, host: SshHost, target: PublishTarget
) -> None:
    old = put_site(tmp_path / "old", OLD)
    bring(host, old, target)
    stranger = SshHost(target, b"another key")
    assert not stranger.look().is_sure
    assert {file.path for file in load_for(stranger, old, target).travel.files} == {*OLD}
    bring(stranger, old, target, LATER)
    assert seen(target) == OLD
    one, other = (Path(target.path) / "releases" / name for name in stranger.look().known)
    assert (one / "index.html").samefile(other / "index.html"), "rsync compares what is in the files"


def test_no_link_is_followed_to_what_is_no_site(tmp_path: Path, host: SshHost, target: PublishTarget) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious/thesis.txt").write_bytes(b"years of work")
    (Path(target.path) / "releases").mkdir(parents=True)
    (Path(target.path) / "releases/.incoming").symlink_to(tmp_path / "precious")
    bring(host, put_site(tmp_path / "old", OLD), target)
    assert read_tree(tmp_path / "precious") == {"thesis.txt": b"years of work"}
    assert seen(target) == OLD


def test_who_looks_leaves_nothing_behind(host: SshHost, target: PublishTarget) -> None:
    assert not host.look().known
    assert not Path(target.path).exists()


def test_files_of_others_are_not_touched(tmp_path: Path, host: SshHost, target: PublishTarget) -> None:
    Path(target.path).mkdir()
    (Path(target.path) / "index.html").write_bytes(b"a blog")
    with pytest.raises(NotPublishedError, match="no publish has put there"):
        host.look()


def test_a_machine_that_lets_nobody_in_is_said(tmp_path: Path, target: PublishTarget) -> None:
    from msgspec.structs import replace

    with pytest.raises(NotPublishedError, match=r"ssh: .*(refused|denied|closed)"):
        SshHost(replace(target, port=1), b"key").look()


def test_an_rsync_that_is_killed_leaves_what_it_brought(tmp_path: Path, host: SshHost, target: PublishTarget) -> None:
    bring(host, put_site(tmp_path / "old", OLD), target)
    big = put_site(tmp_path / "new", {**NEW, **{f"media/{number}.pdf": os.urandom(400_000) for number in range(60)}})
    load, there = load_for(host, big, target, LATER), host.look()
    command = [*host._rsync(load, there)]
    command.insert(1, "--bwlimit=8000")
    incoming = Path(target.path) / "releases/.incoming"
    with Popen(command, stdout=DEVNULL, stderr=DEVNULL) as started:
        while not incoming.is_dir() or len(read_tree(incoming)) < 10:
            time.sleep(0.02)
        started.kill()
    assert seen(target) == OLD
    assert len(read_tree(incoming)) < len(load.files)
    bring(host, big, target, LATER)
    assert seen(target) == read_tree_of(load.files)


def read_tree_of(files: Any) -> dict[str, bytes]:
    return {path: file.source.read_bytes() for path, file in files.items()}
