"""What a build finds in its cache is told from what others put there, and from what belongs to other files.

Whole builds of a small board: what is believed wrongly would be read on a page.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jobboard.outputs.text.cached import forget_content
from jobboard.pipeline.build import Job, bring_up_to_date
from jobboard.pipeline.session import Session
from jobboard.source.content.cache import Cache
from jobboard.source.content.store import Store
from tests.helpers import NOW, SITE, make_news, make_posting, project_theme, read_tree, write_site
from tests.pictures import jpeg

KEY = b"a key"
FILES = {
    "postings/one.md": make_posting(body="Counting **bicycles** by the bridge.\n"),
    "postings/two.md": make_posting(title="Data Officer", body="Counting **tricycles** by the river.\n"),
    "news/bridge.md": make_news("[It](images/a.jpg).\n", image="{file: images/a.jpg, alt: A bridge}"),
    "images/a.jpg": jpeg(90, 60),
}


class Project:
    """A content folder with an output of its own, and a cache that others may share."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.content, self.output, self.cache = folder / "content", folder / "output", cache
        write_site(self.content, FILES)

    def build(self, key: bytes = KEY) -> dict[str, bytes]:
        forget_content()  # as in a new process
        job = Job(site=SITE, now=NOW, theme=project_theme(), content=self.content, output=self.output, cache=self.cache)
        bring_up_to_date(job, session=Session(key))
        return read_tree(self.output)

    def clean(self) -> dict[str, bytes]:
        output, cache = self.output, self.cache
        self.output, self.cache = output.with_name("clean"), output.with_name("clean-cache")
        try:
            return self.build()
        finally:
            for each in (self.output, self.cache):
                shutil.rmtree(each)
            self.output, self.cache = output, cache

    def forget_site(self) -> None:
        """So that every page is made anew of what the cache has."""
        shutil.rmtree(self.output)
        for each in self.cache.glob("ledger-*"):
            each.unlink()

    @property
    def database(self) -> Path:
        (found,) = self.cache.glob("documents-*.sqlite")
        return found


@pytest.fixture
def project(tmp_path: Path) -> Project:
    found = Project(tmp_path / "project", tmp_path / "cache")
    found.build()
    return found


def set_time(folder: Path) -> None:
    """As a checkout, an archive or a copy leaves files: all with one time, long ago."""
    for file in folder.rglob("*"):
        if file.is_file():
            os.utime(file, (1, 1))


def test_two_folders_with_one_cache_do_not_swap_what_is_in_them(tmp_path: Path) -> None:
    here, there = (Project(tmp_path / name, tmp_path / "cache") for name in ("here", "there"))
    text, other = (there.content / f"postings/{name}.md" for name in ("one", "two"))
    text.write_text(text.read_text().replace("bicycles", "boxwoods"))
    (there.content / "images/a.jpg").write_bytes(jpeg(60, 90))
    assert other.exists()
    set_time(tmp_path)
    for _ in range(2):
        for project in (here, there):
            assert project.build() == project.clean()


@pytest.mark.parametrize("path", ["postings/one.md", "images/a.jpg"])
@pytest.mark.parametrize("how", ["written over", "replaced"])
def test_an_edit_with_its_time_set_back_is_seen(path: str, how: str, project: Project) -> None:
    set_time(project.content)
    project.build()
    file = project.content / path
    data = file.read_bytes()
    changed = data.replace(b"bicycles", b"boxwoods") if path.endswith(".md") else data[:-3] + b"x" + data[-2:]
    assert len(changed) == len(data)
    if how == "replaced":
        file.rename(file.with_name(f".{file.name}"))
    file.write_bytes(changed)
    os.utime(file, (1, 1))
    before = read_tree(project.output)
    assert project.build() == project.clean() != before


def test_a_file_that_is_as_it_was_is_not_opened(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    set_time(project.content)
    project.build()
    monkeypatch.setattr("jobboard.source.content.scan.on_disk", None)
    monkeypatch.setattr("jobboard.source.content.media.on_disk", None)
    set_times_of_cache_later(project)
    project.build()


def set_times_of_cache_later(project: Project) -> None:
    """As if the last build had been a while after the last edit."""
    later = project.database.stat().st_mtime_ns + 10**9
    os.utime(project.database, ns=(later, later))


EVIL = "<script>alert(1)</script>"


def forge(project: Project, statement: str, *values: str) -> None:
    with closing(sqlite3.connect(project.database)) as connection, connection:
        assert connection.execute(statement, values).rowcount


def forged_store(project: Project, key: bytes) -> None:
    """Every text with evil in it, sealed by whoever wrote it with a key of their own."""
    store, honest = Store(project.database, key), Store(project.database, KEY)
    with closing(sqlite3.connect(project.database)) as connection, connection:
        for digest, html in connection.execute("SELECT name, text FROM html").fetchall():
            text = honest._unseal(html, "html", digest) or ""
            values = (store._seal(text + EVIL, "html", digest), digest)
            connection.execute("UPDATE html SET text = ? WHERE name = ?", values)


def as_view(project: Project) -> None:
    with closing(sqlite3.connect(project.database)) as connection, connection:
        connection.executescript(
            "ALTER TABLE html RENAME TO kept; CREATE VIEW html AS WITH RECURSIVE n(name) AS "
            "(SELECT '0' UNION ALL SELECT name || '0' FROM n) SELECT name, '' text FROM n"
        )


FORGERIES: dict[str, Callable[[Project], None]] = {
    "HTML without a seal": lambda project: forge(project, "UPDATE html SET text = text || ?", EVIL),
    "HTML sealed without the key": lambda project: forged_store(project, b""),
    "HTML sealed with another key": lambda project: forged_store(project, b"another"),
    "HTML of another file": lambda project: forge(project, "UPDATE html SET text = (SELECT max(text) FROM html)"),
    "HTML where an excerpt should be": lambda project: forge(
        project, "UPDATE head SET text = (SELECT text FROM html WHERE html.name = head.name)"
    ),
    "records of another file": lambda project: forge(
        project, "UPDATE record SET text = (SELECT max(text) FROM record)"
    ),
    "records without a seal": lambda project: forge(
        project, "UPDATE record SET text = replace(text, 'https', 'xxxxx')"
    ),
    "synopses of another file": lambda project: forge(
        project, "UPDATE synopsis SET text = (SELECT max(text) FROM synopsis)"
    ),
    "synopses under other names": lambda project: forge(project, "UPDATE synopsis SET name = name || 'x'"),
    "digests of other cards": lambda project: forge(project, "UPDATE made SET text = replace(text, 'a', 'b')"),
    "a list of files without a seal": lambda project: forge(project, "UPDATE files SET text = ?", '["", {}]'),
    "no list of files": lambda project: forge(project, "DELETE FROM files"),
    "two lists of files": lambda project: forge(project, "INSERT INTO files SELECT 'x', text FROM files"),
    "numbers where texts should be": lambda project: forge(project, "UPDATE html SET text = x'00'"),
    "nothing where texts should be": lambda project: forge(project, "UPDATE html SET text = NULL"),
    "a view that never ends": as_view,
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_what_others_wrote_into_the_cache_is_not_published(forgery: str, project: Project) -> None:
    expected = read_tree(project.output)
    FORGERIES[forgery](project)
    project.forget_site()
    assert project.build() == expected
    (project.content / "postings/three.md").write_text(make_posting(title="Clerk"))
    assert project.build() == project.clean()


def test_a_cache_that_was_built_with_another_key_is_read_anew(project: Project) -> None:
    assert Cache.load(project.cache, project.database.stem.removeprefix("documents-"), b"another").is_empty
    assert project.build() == project.clean()


def test_a_cache_that_another_build_is_writing_is_left_alone(project: Project) -> None:
    with closing(sqlite3.connect(project.database)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        store = Store(project.database, KEY)
        store.patience = 0.1
        assert store.load() is None
        assert project.database.exists()


def test_a_link_in_place_of_the_cache_is_not_written_through(project: Project, tmp_path: Path) -> None:
    victims = [tmp_path / "victim", tmp_path / "nothing"]
    victims[0].write_text("theirs")
    for victim in victims:
        name = project.database.name
        project.database.unlink()
        (project.cache / name).symlink_to(victim)
        project.forget_site()
        assert project.build() == project.clean()
    assert [victim.exists() and victim.read_text() for victim in victims] == ["theirs", False]


def damaged(data: bytes) -> Iterator[bytes]:
    chance = random.Random(1)
    yield from (data[: len(data) * share // 4] for share in range(4))
    for _ in range(4):
        spoiled = bytearray(data)
        for _ in range(40):
            spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
        yield bytes(spoiled)


@pytest.mark.parametrize("kind", ["documents", "ledger", "shown"])
def test_whatever_of_the_cache_is_damaged_the_site_equals_a_clean_one(kind: str, project: Project) -> None:
    (file,) = project.cache.glob(f"{kind}-*")
    whole, posting = file.read_bytes(), project.content / "postings/three.md"
    for number, data in enumerate(damaged(whole)):
        posting.write_text(make_posting(title=f"Clerk {number}"))
        file.write_bytes(data)
        assert project.build() == project.clean()
