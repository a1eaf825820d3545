"""A packed source is opened within limits, or the message says what to do."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from jobboard.importing.sources import archive
from jobboard.importing.sources.entry import ImportFailedError
from tests.helpers import read_tree
from tests.importing.conftest import RSS, WXR, Import, make_feed, make_item

FEED = make_feed(make_item()).encode()


def zipped(members: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    "packed",
    [
        zipped({"export.xml": FEED}),
        zipped(
            {"blog/export.wordpress.xml": FEED, "blog/a.jpg": b"x", "__MACOSX/._export.xml": FEED, "b.xml": b"<svg/>"}
        ),
        zipped({"Takeout/Blogger/feed.atom": FEED, "Takeout/Blogger/settings.csv": b"a,b"}),
        zipped({"../../out.xml": FEED}),
        gzip.compress(FEED, mtime=0),
    ],
)
def test_a_packed_export_is_opened(import_text: Import, content: Path, packed: bytes) -> None:
    before = set(read_tree(content.parent))
    assert import_text(packed).deeds["new"] == 1
    assert set(read_tree(content.parent)) - before == {"content/news/a-bridge.md", "source.xml"}


@pytest.mark.parametrize("source", [RSS, WXR])
def test_a_packed_source_is_read_as_the_bare_one(import_text: Import, import_: Import, source: str) -> None:
    bare = import_(source, is_dry=True)
    packed = import_text(zipped({"a.xml": Path(source).read_bytes()}), is_dry=True)
    assert (packed.lines, packed.deeds) == (bare.lines, bare.deeds)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (zipped({"a.jpg": b"x"}), "is an archive without a feed or export in it; unpack it"),
        (zipped({"a.xml": FEED, "b.xml": FEED}), "holds 2 exports: 'a.xml', 'b.xml'; unpack it, and import each"),
        (zipped({"a.xml": FEED})[:60], "cannot read "),
        (gzip.compress(FEED, mtime=0)[:40], "cannot read "),
        (zipped({"a.xml": b"<rss><channel><item><title>" + b"0 " * 20_000_000}), "grows absurdly as it is unpacked"),
        (
            gzip.compress(b"<rss><channel><item><title>" + b"0 " * 20_000_000, mtime=0),
            "grows absurdly as it is unpacked",
        ),
        (b"7z\xbc\xaf\x27\x1c...", "is a 7z archive; unpack or export it, and import the XML file"),
        (b"Rar!\x1a\x07...", "is a RAR archive; unpack or export it"),
        (b"%PDF-1.7", "is a PDF; unpack or export it"),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', "is JSON, which is not read; give the site's RSS or Atom"),
        (
            b"<!DOCTYPE html><html><link rel=alternate type='application/rss+xml' href='https://a.example/feed'>",
            "its feed is https://a.example/feed",
        ),
    ],
)
def test_what_cannot_be_opened_says_the_way_out(import_text: Import, content: Path, data: bytes, message: str) -> None:
    with pytest.raises(ImportFailedError) as error:
        import_text(data)
    assert message in str(error.value)
    assert not (content / "news").exists()


def test_an_archive_of_many_files_is_not_looked_through(import_text: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 2)
    with pytest.raises(ImportFailedError, match="holds more than 2 files"):
        import_text(zipped({f"{number}.xml": FEED for number in range(3)}))
