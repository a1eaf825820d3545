"""What every test of the import needs: a content folder, and the samples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jobboard.importing.order import Order, Outcome
from jobboard.importing.run import run_import
from tests.helpers import make_organisation, write_site

SAMPLES = Path(__file__).parent / "samples"
RSS, ATOM, WXR = (str(SAMPLES / name) for name in ("blog.rss.xml", "blog.atom.xml", "wordpress.xml"))

Import = Callable[..., Outcome]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with two organisations, two topics and no news."""
    other = make_organisation(name="Other Network")
    return write_site(tmp_path / "content", {"organisations/other.md": other})


@pytest.fixture
def import_(content: Path) -> Import:
    """Imports a source into `content` for example-network; each keyword changes the order."""

    def run(source: str, **changes: object) -> Outcome:
        order = {"organisation": "example-network", "issuers": {}, "topics": {}, "day": "2026-03-16", "folder": "news"}
        return run_import(Order(source=source, content=content, **{**order, **changes}))  # type: ignore[arg-type]

    return run


@pytest.fixture
def import_text(import_: Import, tmp_path: Path) -> Import:
    """Imports a text as if it were a file."""

    def run(text: str | bytes, **changes: object) -> Outcome:
        file = tmp_path / "source.xml"
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return import_(str(file), **changes)

    return run


def make_feed(*items: str) -> str:
    """An RSS feed of items, each the text between `<item>` and `</item>`."""
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Sample</title>{inner}</channel></rss>'


def make_item(title: str = "A bridge", description: str = "Text.", **elements: str) -> str:
    """One item of `make_feed`; the texts are put in as they are."""
    all_elements = {"title": title, "description": description, "guid": "tag:1", **elements}
    all_elements.setdefault("pubDate", "Tue, 05 Mar 2024 14:30:00 +0100")
    return "".join(f"<{name}>{text}</{name}>" for name, text in all_elements.items() if text)


def fields_of(content: Path, name: str) -> list[str]:
    """The lines of the front matter of a news file."""
    return (content / "news" / f"{name}.md").read_text().split("\n---\n")[0].split("\n")[1:]


def body_of(content: Path, name: str) -> str:
    """The body of a news file."""
    return (content / "news" / f"{name}.md").read_text().split("\n---\n", 1)[1]
