"""A kind of content is declared once: a new one takes a line in three modules, and every list of kinds has it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from jobboard.commands import main as cli
from jobboard.model import kinds as records
from jobboard.model import reference
from jobboard.model.kinds import RECORDS
from jobboard.model.reference import render_reference
from jobboard.outputs.page.collection import standing
from jobboard.outputs.plan import kinds as plan_kinds
from jobboard.outputs.plan.kinds import PARTS, Part
from jobboard.source import kinds
from jobboard.source.kinds import COMMANDS, FOLDERS, KINDS, of_each_kind
from tests.helpers import REPOSITORY, SITE, TOPICS, make_news, make_organisation, make_posting, settings_of, write_site

TENDERS = Path(__file__).parent / "tenders"
PACKAGE = REPOSITORY / "plugins" / "jobboard"

KIND = """\
    Kind(
        folder="tenders",
        name="tender",
        command="tender",
        root="tenders/",
        reserved=_names("page"),
        leaves="deadline",
    ),
"""
PART = """\
        "tenders": Part(
            pages=lambda chosen, makers, _: tenders.plan_tenders(chosen, makers),
            lists=lambda chosen, page, _: tenders.plan_tender_lists(chosen, page),
            menu="Tenders",
            listed=tenders.listed,
            known=_dated("tenders"),
        ),
"""
TENDER = """\
---
title: Evaluation of a programme
organisation: example-network
published: 2026-03-02
deadline: 2026-03-31
---

See [the study](files/study.pdf) and [the news](news/bridge.md).
"""
FILES = {
    "topics.yaml": TOPICS,
    "organisations/example-network.md": make_organisation(),
    "postings/analyst.md": make_posting(),
    "news/bridge.md": make_news("It is [paid](tenders/study.md).\n"),
    "files/study.pdf": b"%PDF-1.4",
    "tenders/study.md": TENDER,
}


def insert(module: Path, before: str, text: str) -> None:
    """Put a text before the first line of a module that begins like that."""
    found = module.read_text(encoding="utf-8")
    assert f"\n{before}" in found, module
    module.write_text(found.replace(f"\n{before}", f"\n{text}{before}", 1), encoding="utf-8")


class Board:
    """A project whose board knows tenders."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.changed: set[Path] = set()
        shutil.copytree(PACKAGE, folder / "plugins" / "jobboard")
        shutil.copytree(REPOSITORY / "theme", folder / "theme")
        shutil.copytree(TENDERS / "templates", folder / "theme" / "templates", dirs_exist_ok=True)
        shutil.copy(TENDERS / "record.py", self._of(records).parent / "tender.py")
        shutil.copy(TENDERS / "site.py", self._of(plan_kinds).parent / "tenders.py")
        self._insert(kinds, "    Kind(folder=TOPIC_TEXTS,", KIND)
        self._insert(records, "from jobboard.source.kinds", f"from {records.__package__}.tender import Tender\n")
        self._insert(records, '        "topics":', '        "tenders": Tender,\n')
        self._insert(plan_kinds, "from jobboard.source.kinds", f"from {plan_kinds.__package__} import tenders\n")
        self._insert(plan_kinds, '        "topics":', PART)
        (folder / "pelicanconf.py").write_text(settings_of(folder / "theme"), encoding="utf-8")
        self.write(FILES)

    def write(self, files: Mapping[str, str | bytes]) -> None:
        write_site(self.folder / "content", files)

    def run(self, *arguments: str) -> str:
        """What a command says; an error shows all of it."""
        path = os.pathsep.join([str(self.folder / "plugins"), str(REPOSITORY)])
        command = [sys.executable, "-c", f"from {cli.__name__} import run; run()", *arguments]
        found = subprocess.run(
            command,
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": path, "COLUMNS": "200"},
            capture_output=True,
            text=True,
            check=False,
        )
        return f"{found.returncode}\n{found.stdout}{found.stderr}"

    def read(self, path: str) -> str:
        return (self.folder / "output" / path).read_text(encoding="utf-8")

    def _of(self, module: object) -> Path:
        """The copy of a module."""
        return self.folder / "plugins" / Path(str(module.__file__)).relative_to(PACKAGE.parent)  # type: ignore[attr-defined]

    def _insert(self, module: object, before: str, text: str) -> None:
        self.changed.add(self._of(module))
        insert(self._of(module), before, text)


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    return Board(tmp_path_factory.mktemp("tenders"))


@pytest.fixture(scope="module")
def built(board: Board) -> Board:
    assert board.run("build").startswith("0\n"), board.run("build")
    return board


def test_a_new_kind_takes_a_line_in_three_modules(board: Board) -> None:
    assert len(board.changed) == 3


def test_it_has_a_page_a_list_and_a_place_in_the_menu(built: Board) -> None:
    assert "<h1>Evaluation of a programme</h1>" in built.read("tenders/study/index.html")
    assert '<a href="/tenders/study/">' in built.read("tenders/index.html")
    assert '<a href="/tenders/">Tenders</a>' in built.read("index.html")


def test_search_engines_are_told_of_it(built: Board) -> None:
    for path in ("tenders/", "tenders/study/"):
        assert f"<loc>https://hub.example/{path}</loc>" in built.read("sitemap.xml")


def test_texts_lead_to_it_and_from_it_and_its_files_are_published(built: Board) -> None:
    assert 'href="/tenders/study/"' in built.read("news/bridge/index.html")
    assert 'href="/news/bridge/"' in built.read("tenders/study/index.html")
    assert (built.folder / "output/media/files/study.pdf").is_file()


def test_it_is_part_of_what_the_content_is_called(built: Board) -> None:
    before = built.read("build.json")
    built.write({"tenders/study.md": TENDER.replace("See", "Read")})
    assert built.run("build").startswith("0\n")
    assert built.read("build.json") != before


def test_it_leaves_the_list_after_its_last_day_and_keeps_its_page(built: Board) -> None:
    assert "2026-03-31T22:00:00Z" in built.run("timeline", "--format", "json")
    later = built.run("build", "--now", "2026-04-01T12:00+02:00", "--output", "later")
    assert later.startswith("0\n")
    assert (built.folder / "later/tenders/study/index.html").is_file()
    assert "/tenders/study/" not in (built.folder / "later/tenders/index.html").read_text(encoding="utf-8")


def test_what_readers_know_of_it_does_not_vanish_in_silence(built: Board) -> None:
    built.write(FILES)
    assert built.run("build").startswith("0\n")
    (built.folder / "content/tenders/study.md").unlink()
    found = built.run("check")
    built.write(FILES)
    assert "study is gone, but readers know it" in found


def test_it_is_checked_like_any_other(built: Board) -> None:
    wrong = TENDER.replace("2026-03-31", "2026-02-28").replace("example-network", "exemple-network")
    built.write({"tenders/page.md": wrong, "tenders/other.md": TENDER.replace("deadline", "deadlin")})
    found = built.run("check")
    for name in ("page", "other"):
        (built.folder / f"content/tenders/{name}.md").unlink()
    assert found.startswith("1\n")
    assert "content/tenders/other.md:5: deadlin: unknown field; did you mean 'deadline'?" in found
    assert "content/tenders/page.md:1: 'page' is the address of a listing" in found
    assert "no file content/organisations/exemple-network.md; did you mean 'example-network'?" in found
    assert "content/tenders/page.md:5: deadline: 2026-02-28 is before it is published (2026-03-02)" in found


def test_new_writes_one_that_has_no_problem_but_the_words_of_the_form(built: Board) -> None:
    found = built.run(
        *("new", "tender", "--title", "A bridge", "--organisation", "example-network", "--deadline", "2026-12-31")
    )
    path = built.folder / "content/tenders/a-bridge.md"
    assert found.startswith("0\n"), found
    told = built.run("check")
    path.unlink()
    assert {line for line in told.splitlines() if "a-bridge.md" in line and "form's" not in line} == set()
    assert "is still the form's" in told


def test_helps_and_reference_name_it(built: Board) -> None:
    assert "tenders/" in built.run("build", "--help")
    assert "tender" in built.run("new", "--help")
    assert "tenders/" in built.run("check", "--help")
    subprocess.run(
        [sys.executable, "-m", reference.__name__, "reference"],
        cwd=built.folder,
        env={**os.environ, "PYTHONPATH": str(built.folder / "plugins")},
        check=True,
    )
    for name in ("README.md", "tenders.md", "tenders.schema.json"):
        assert "ender" in (built.folder / "reference" / name).read_text(encoding="utf-8")


def test_a_kind_that_a_table_lacks_is_named() -> None:
    parts = dict.fromkeys(FOLDERS[1:], 1)
    with pytest.raises(LookupError, match=r"^PARTS: nothing for postings, declared in source/kinds\.py$"):
        of_each_kind("PARTS", parts)
    with pytest.raises(LookupError, match=r"^PARTS: tenders is not declared in source/kinds\.py$"):
        of_each_kind("PARTS", {**parts, "postings": 1, "tenders": 1})


def test_no_two_kinds_share_a_folder_a_root_a_command_a_feed_or_a_tag() -> None:
    for name in ("folder", "root", "name", "command", "feed", "tag"):
        found = [getattr(kind, name) for kind in KINDS if getattr(kind, name) or name == "root"]
        assert len(found) == len({*found}), name


def test_every_kind_with_a_feed_has_words_for_it_and_ids() -> None:
    for kind in KINDS:
        if kind.feed:
            collection = standing(SITE, kind.feed)
            assert collection.name, kind.folder
            assert collection.description, kind.folder
            assert kind.tag, kind.folder


def test_every_kind_with_data_has_a_maker_of_it() -> None:
    nothing = Part(files=lambda _: ()).data
    assert {kind.folder for kind in KINDS if kind.has_data} == {
        folder for folder, part in PARTS.items() if part.data is not nothing
    }


def test_the_declared_fields_are_there() -> None:
    for kind in KINDS:
        if kind.folder != "topics":
            assert records.has_field(kind.folder, kind.title), kind.folder
        assert not kind.leaves or records.has_field(kind.folder, kind.leaves)


def test_documents_name_every_kind() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    tree = next(line for line in readme.splitlines() if line.startswith("content/ "))
    assert all(f"{folder}/" in tree for folder in FOLDERS)
    assert all(command in makefile for command in COMMANDS)
    assert {name.partition(".")[0] for name in render_reference()} == {"README", *RECORDS}
