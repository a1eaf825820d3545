"""What `docs/security.md` says is tried is tried: every test it names is there, and every surface has rows."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobboard.board.files import DOWNLOADS
from tests.documents import DOCS, anchors_of
from tests.helpers import REPOSITORY, build_site, make_posting, write_site

TESTS, PLUGIN = REPOSITORY / "tests", REPOSITORY / "plugins/jobboard"
SECURITY, PRIVACY = DOCS / "security.md", DOCS / "privacy.md"
NAMED = re.compile(r"`([\w./-]+\.py::test_\w+)`")
LINK = re.compile(r"\]\(#([\w-]+)\)")
PARSERS = {"lxml", "bs4", "zipfile", "gzip", "email", "http.server", "sqlite3", "yaml", "markdown", "comrak", "PIL"}
PARSERS |= {"mammoth", "odfdo", "pdfplumber", "pdfminer", "html.parser", "socketserver", "nh3", "pickle"}
"""What takes apart bytes, which may be anybody's."""
OURS = {"outputs", "settings", "pelican_adapter", "starter", "pipeline", "commands", "language_server"}
OURS |= {"publishing/compressed.py", "source/explanations.py"}
"""What uses one of them to write, or to read what is ours."""
RUN_BY_BROWSERS = {".html", ".htm", ".xhtml", ".xht", ".xml", ".xsl", ".js", ".mjs", ".swf", ".hta", ".mht", ".mhtml"}
RUN_BY_BROWSERS |= {".exe", ".bat", ".cmd", ".com", ".scr", ".vbs", ".ps1", ".sh", ".jar", ".msi", ".apk", ".lnk"}
RUN_BY_BROWSERS |= {".docm", ".xlsm", ".pptm", ".php", ".py", ".cgi", ".htaccess", ".wasm", ".css"}


def sections() -> dict[str, list[str]]:
    """The rows of each section, by its anchor, without the heads of tables."""
    found: dict[str, list[str]] = {}
    for part in re.split(r"(?m)^## ", SECURITY.read_text(encoding="utf-8"))[1:]:
        heading, _, text = part.partition("\n")
        rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| --- ")]
        anchor = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower()).replace(" ", "-")
        found[anchor] = [row for row in rows if not re.match(r"\| (attack|surface|fault)\b", row)]
    return found


def surfaces() -> list[str]:
    return sections()["surfaces"]


def rows() -> list[str]:
    return [row for section, each in sections().items() if section != "surfaces" for row in each]


@functools.cache
def functions_of(file: Path) -> frozenset[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(each.name for each in tree.body if isinstance(each, ast.FunctionDef))


def is_a_test(named: str) -> bool:
    path, _, function = named.partition("::")
    return (TESTS / path).is_file() and function in functions_of(TESTS / path)


def test_every_row_names_tests_that_are_there() -> None:
    found = {row: NAMED.findall(row) for row in rows()}
    assert [row for row, named in found.items() if not named] == []
    assert sorted({each for named in found.values() for each in named if not is_a_test(each)}) == []


def test_the_tests_that_privacy_rests_on_are_there() -> None:
    named = NAMED.findall(PRIVACY.read_text(encoding="utf-8"))
    assert len(named) > 10
    assert [each for each in named if not is_a_test(each)] == []


def test_a_test_that_is_not_there_is_noticed() -> None:
    assert not is_a_test("test_security.py::test_atlantis")
    assert not is_a_test("test_atlantis.py::test_security")


def test_every_surface_has_rows() -> None:
    assert len(surfaces()) >= 15
    for surface in surfaces():
        anchors = LINK.findall(surface)
        assert anchors, surface
        assert [each for each in anchors if not sections().get(each) or each not in anchors_of(SECURITY)] == []


def readers() -> Iterator[str]:
    """The modules and packages that the table of surfaces names."""
    for surface in surfaces():
        yield from re.findall(r"`([\w./]+)`", surface.split("|")[3])


def test_every_reader_of_a_surface_is_there() -> None:
    assert [each for each in readers() if not (PLUGIN / each).exists() and not (REPOSITORY / each).exists()] == []


def test_whatever_takes_bytes_apart_belongs_to_a_surface() -> None:
    known = (*readers(), *OURS)
    lost = [
        path
        for file in sorted(PLUGIN.rglob("*.py"))
        for path in [file.relative_to(PLUGIN).as_posix()]
        if imported_by(file) & PARSERS and not any(path == each or path.startswith(f"{each}/") for each in known)
    ]
    assert lost == []


def imported_by(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        found |= {part for name in names for part in (name, name.partition(".")[0])}
    return found


def test_no_attachment_has_an_ending_that_a_browser_runs() -> None:
    assert set(DOWNLOADS) & RUN_BY_BROWSERS == set()


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a.csv", "a.docx"])
def test_what_is_attached_under_another_name_is_not_a_page_to_any_host(name: str, tmp_path: Path) -> None:
    """It is published as it is, and hosts are told not to guess what it is."""
    page = b"<!DOCTYPE html><script>alert(1)</script>"
    attached = make_posting(attachments=f"[{{file: files/{name}, title: Profile}}]")
    site = build_site(write_site(tmp_path / "content", {"postings/x.md": attached, f"files/{name}": page}))
    (path,) = (path for path in site if path.endswith(f"/{name}"))
    assert site[path] == page
    assert b"<a" not in site[path]
    assert "X-Content-Type-Options: nosniff" in site["_headers"].decode()
