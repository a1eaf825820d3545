"""A folder as a host: readers see the old site or the new one, whatever happens."""

from __future__ import annotations

import errno
import gzip
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from jobboard.publishing.compressed import compressed_beside
from jobboard.publishing.folder_host import FolderHost
from jobboard.publishing.host import NotPublishedError
from jobboard.publishing.releases import NoEarlierError
from jobboard.publishing.target import PublishTarget
from tests.helpers import NOW, read_tree
from tests.publishing.sites import NEW, OLD, bring, put_site

LATER = NOW + timedelta(hours=1)
STEPS = ("os.rename", "os.link", "os.symlink", "os.mkdir", "os.remove", "os.rmdir", "shutil.copyfile", "shutil.rmtree")
"""What changes a disk, as Python's audit names it."""

_left: list[int] = []


class KilledError(BaseException):
    """The process ends here."""


def _count(event: str, _arguments: object) -> None:
    if _left and event in STEPS:
        if _left[0] == 0:
            raise KilledError
        _left[0] -= 1


sys.addaudithook(_count)


@contextmanager
def killed_after(steps: int) -> Iterator[None]:
    """End what is done within at its next change of the disk after so many."""
    _left[:] = [steps]
    try:
        yield
    finally:
        _left.clear()


@pytest.fixture
def target(tmp_path: Path) -> PublishTarget:
    return PublishTarget(name="production", kind="folder", path=str(tmp_path / "www"), keep=3)


@pytest.fixture
def host(target: PublishTarget) -> FolderHost:
    return FolderHost(Path(target.path), target.keep)


def sites(tmp_path: Path) -> tuple[Path, Path]:
    return put_site(tmp_path / "old", OLD), put_site(tmp_path / "new", NEW)


def seen(host: FolderHost) -> dict[str, bytes]:
    return read_tree(host.folder / "current")


def test_readers_see_what_was_built_and_nothing_of_the_build(
    tmp_path: Path, host: FolderHost, target: PublishTarget
) -> None:
    bring(host, sites(tmp_path)[0], target)
    assert seen(host) == OLD


def test_only_what_differs_takes_room(tmp_path: Path, host: FolderHost, target: PublishTarget) -> None:
    old, new = sites(tmp_path)
    bring(host, old, target)
    load = bring(host, new, target, LATER)
    assert {file.path for file in load.travel.files} == {path for path in NEW if OLD.get(path) != NEW[path]}
    assert load.travel.gone == ("jobs/gone/index.html", "theme/style.1.css")
    assert seen(host) == NEW
    one, other = sorted((host.folder / "releases").iterdir())
    same = {path for path in NEW if (one / path).exists() and (one / path).samefile(other / path)}
    assert same == {path for path in NEW if OLD.get(path) == NEW[path]}


def test_a_site_on_another_checkout_of_the_same_bytes_travels_nowhere(
    tmp_path: Path, host: FolderHost, target: PublishTarget
) -> None:
    bring(host, sites(tmp_path)[0], target)
    again = put_site(tmp_path / "again", OLD)
    assert bring(host, again, target, LATER).travel.is_nothing


def publish_killed(host: FolderHost, site: Path, target: PublishTarget, steps: int) -> bool:
    """True if it came to its end."""
    try:
        with killed_after(steps):
            bring(host, site, target, LATER)
    except KilledError:
        return False
    return True


def all_steps(tmp_path: Path) -> Iterator[tuple[int, FolderHost, PublishTarget, Path]]:
    """Publishes of the new site over the old one, each in a folder of its own, killed a step later each time."""
    old, new = sites(tmp_path)
    for steps in range(1000):
        target = PublishTarget(name="production", kind="folder", path=str(tmp_path / f"www{steps}"), keep=3)
        host = FolderHost(Path(target.path), target.keep)
        bring(host, old, target)
        is_over = publish_killed(host, new, target, steps)
        yield steps, host, target, new
        if is_over:
            return


def test_a_publish_killed_at_any_step_shows_one_site_whole_and_the_next_goes_on(tmp_path: Path) -> None:
    shown: list[Mapping[str, bytes]] = []
    for steps, host, target, new in all_steps(tmp_path):
        assert seen(host) in (OLD, NEW), steps
        shown.append(seen(host))
        if seen(host) == OLD:
            bring(host, new, target, LATER)
        assert seen(host) == NEW, steps
        assert [each.name for each in (host.folder / "releases").iterdir() if each.name not in host.look().known] == []
        host.go_back(host.look())
        assert seen(host) == OLD, steps
    assert len(shown) > 20
    assert shown[0] == OLD
    assert shown[-1] == NEW


def test_what_a_broken_publish_has_brought_is_not_brought_again(
    tmp_path: Path, host: FolderHost, target: PublishTarget
) -> None:
    old, new = sites(tmp_path)
    bring(host, old, target)
    assert not publish_killed(host, new, target, 16)
    begun = {
        path: (host.folder / "releases/.incoming" / path).stat().st_ino
        for path in NEW
        if (host.folder / "releases/.incoming" / path).exists()
    }
    assert begun
    bring(host, new, target, LATER)
    assert {path: (host.folder / "current" / path).stat().st_ino for path in begun} == begun


def test_what_lies_in_the_way_of_a_broken_publish_is_not_shown(
    tmp_path: Path, host: FolderHost, target: PublishTarget
) -> None:
    put_site(host.folder / "releases/.incoming", {"jobs/draft/index.html": b"secret", "index.html": b"half"})
    bring(host, sites(tmp_path)[0], target)
    assert seen(host) == OLD


def test_yesterdays_is_one_command_away_and_going_back_twice_is_the_day_before(
    tmp_path: Path, host: FolderHost, target: PublishTarget
) -> None:
    for day in range(3):
        bring(
            host,
            put_site(tmp_path / str(day), {**OLD, "index.html": f"day {day}".encode()}),
            target,
            NOW + timedelta(day),
        )
    for expected in (b"day 1", b"day 0"):
        host.go_back(host.look())
        assert seen(host)["index.html"] == expected
    with pytest.raises(NoEarlierError, match="there is no earlier site"):
        host.go_back(host.look())


def test_what_somebody_went_back_from_is_not_gone_back_to(
    tmp_path: Path, host: FolderHost, target: PublishTarget
) -> None:
    for name in ("good", "bad"):
        bring(host, put_site(tmp_path / name, {"index.html": name.encode()}), target, NOW)
    host.go_back(host.look())
    bring(host, put_site(tmp_path / "mended", {"index.html": b"mended"}), target, LATER)
    host.go_back(host.look())
    assert seen(host) == {"index.html": b"good"}


def test_so_many_sites_stay(tmp_path: Path, host: FolderHost, target: PublishTarget) -> None:
    for number in range(6):
        bring(host, put_site(tmp_path / str(number), {"index.html": str(number).encode()}), target, NOW)
    assert len(host.look().known) == target.keep
    assert seen(host) == {"index.html": b"5"}


@pytest.mark.parametrize("name", ["index.html", "current/index.html", ".htaccess"])
def test_files_of_others_are_not_touched(name: str, tmp_path: Path, host: FolderHost, target: PublishTarget) -> None:
    put_site(host.folder, {name: b"a blog"})
    (host.folder / ".jobboard-files").unlink()
    with pytest.raises(NotPublishedError, match="that no publish has put there"):
        bring(host, sites(tmp_path)[0], target)
    assert read_tree(host.folder) == {name: b"a blog"}


@pytest.mark.parametrize("name", [".incoming", ".going"])
def test_no_link_is_followed_to_what_is_no_site(
    name: str, tmp_path: Path, host: FolderHost, target: PublishTarget
) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "thesis.txt").write_bytes(b"years of work")
    (host.folder / "releases").mkdir(parents=True)
    (host.folder / "releases" / name).symlink_to(precious)
    bring(host, sites(tmp_path)[0], target)
    assert read_tree(precious) == {"thesis.txt": b"years of work"}
    assert seen(host) == OLD
    assert not (host.folder / "releases" / host.look().current).is_symlink()


def test_a_compressed_copy_that_says_something_else_is_made_anew(tmp_path: Path) -> None:
    """A shared cache may have been written by anybody, times included."""
    old, folder = put_site(tmp_path / "old", OLD), tmp_path / "copies"
    copy = compressed_beside(old, folder) / "theme/style.1.css.gz"
    right = copy.read_bytes()
    for forged in (
        gzip.compress(b"body{}"),
        right + gzip.compress(b"more"),
        b"",
        right[:-1],
        gzip.compress(b"a" * 10**7),
    ):
        time = copy.stat().st_mtime_ns
        copy.write_bytes(forged)
        os.utime(copy, ns=(time, time))
        compressed_beside(old, folder)
        assert copy.read_bytes() == right


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path, host: FolderHost) -> None:
    host.folder.symlink_to(tmp_path / "nowhere")
    with pytest.raises(NotPublishedError, match="is a link that leads nowhere"):
        host.look()


def test_where_there_is_no_room_the_place_is_named_and_not_the_source(
    tmp_path: Path, host: FolderHost, target: PublishTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: Path, _place: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(source))

    monkeypatch.setattr("shutil.copy2", full)
    with pytest.raises(OSError, match="No space left") as told:
        bring(host, sites(tmp_path)[0], target)
    assert str(told.value.filename).startswith(str(host.folder))


def test_a_file_spoilt_at_the_host_travels_again(tmp_path: Path, host: FolderHost, target: PublishTarget) -> None:
    old = sites(tmp_path)[0]
    bring(host, old, target)
    (host.folder / "current/jobs/index.html").write_bytes(b"defaced!")
    assert [file.path for file in bring(host, old, target, LATER).travel.files] == ["jobs/index.html"]
    assert seen(host) == OLD


def test_compressed_copies_are_made_at_publish_alone(tmp_path: Path) -> None:
    target = PublishTarget(name="production", kind="folder", path=str(tmp_path / "www"), compress=True)
    host = FolderHost(Path(target.path), target.keep)
    old, new = sites(tmp_path)
    bring(host, old, target)
    assert gzip.decompress(seen(host)["theme/style.1.css.gz"]) == OLD["theme/style.1.css"]
    assert bring(host, old, target, LATER).travel.is_nothing
    bring(host, new, target, LATER)
    assert [path for path in seen(host) if path.endswith(".gz")] == ["theme/style.2.css.gz"]
    assert not [path for path in read_tree(new) if path.endswith(".gz")]


def test_servers_may_read_it_whatever_the_umask(tmp_path: Path, host: FolderHost, target: PublishTarget) -> None:
    old = sites(tmp_path)[0]
    (old / "index.html").chmod(0o600)
    before = os.umask(0o077)
    try:
        bring(host, old, target)
    finally:
        os.umask(before)
    shown = host.folder / "releases" / host.look().current
    modes = {each.stat().st_mode & 0o777 for each in (shown, *shown.rglob("*"))}
    assert modes == {0o755, 0o644}
