"""What XML forbids is mended and told, whatever the encoding, wherever a chunk of the source ends."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from jobboard.importing.sources import wellformed
from jobboard.importing.sources.wellformed import Cleaned
from tests.importing.conftest import Import, body_of, make_feed, make_item
from tests.importing.test_wordpress import make_export

CONTROL = "dropped: control characters, which mean nothing"
OTHER = "read as Windows-1252: bytes that are not UTF-8; look at their words"


def cleaned(data: bytes) -> tuple[str, tuple[str, ...]]:
    source = Cleaned(lambda: io.BytesIO(data))
    parts = []
    while part := source.read(7):
        parts.append(part)
    return b"".join(parts).decode(), source.notes


@pytest.mark.parametrize(
    ("data", "text", "notes"),
    [
        (b"<rss>a\x00\x0b\x1fb\tc\r\n</rss>", "<rss>ab\tc\r\n</rss>", (f"{CONTROL}: 3",)),
        (b"<rss>a&#1;&#x1F;&#xFFFE;&#55296;&#99999999;b&#65;</rss>", "<rss>ab&#65;</rss>", (f"{CONTROL}: 5",)),
        ("<rss>a\uffffb</rss>".encode(), "<rss>ab</rss>", (f"{CONTROL}: 1",)),
        (b"<rss>don&#146;t &#x80;</rss>", "<rss>don\u2019t \u20ac</rss>", ()),
        (b"<rss>caf\xe9 \xc3\xa9</rss>", "<rss>caf\u00e9 \u00e9</rss>", (f"{OTHER}: 1",)),
        (b"<rss>a\xe2\x82</rss>", "<rss>a\u00e2\u201a</rss>", (f"{OTHER}: 1",)),
        (b"<rss>caf&eacute;&nbsp;&amp; &lt;b> &LT;</rss>", "<rss>caf\u00e9\u00a0&amp; &lt;b> &lt;</rss>", ()),
        (
            b"<rss>a & b &c; <![CDATA[&c; & &#1;]]></rss>",
            "<rss>a &amp; b &amp;c; <![CDATA[&c; & &#1;]]></rss>",
            ("taken for letters: a bare '&': 1", "taken for letters: entities of its own: 1"),
        ),
        (b"\n<!-- a --><?xml version='1.0'?>\n<rss/>", "\n<!-- a -->\n<rss/>", ()),
        (b"Warning: x<?xml version='1.0'?><rss/>", "<rss/>", ("left out: what stands before the XML: 'Warning: x'",)),
        (b"\xef\xbb\xbf<rss>\xc3\xa9</rss>", "<rss>\u00e9</rss>", ()),
        ("<rss>\u00e9</rss>".encode("utf-16"), "<rss>\u00e9</rss>", ()),
        ("<rss>\u00e9</rss>".encode("utf-16-be"), "<rss>\u00e9</rss>", ()),
    ],
)
@pytest.mark.parametrize("chunk", [1, 5, 4096])
def test_a_source_is_well_formed_whatever_was_in_it(
    data: bytes, text: str, notes: tuple[str, ...], chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wellformed, "CHUNK", chunk)
    monkeypatch.setattr(wellformed, "_BEGINNING", 64)
    assert cleaned(data) == (text, notes)


@pytest.mark.parametrize(
    ("declared", "encoding", "note"),
    [
        ("iso-8859-1", "utf-8", "read as UTF-8: the source says that it is iso-8859-1, and is not"),
        ("utf-16", "utf-8", "read as UTF-8: the source says that it is utf-16, and is not"),
        ("nonsense", "utf-8", "read as UTF-8: the source says that it is nonsense, and is not"),
        ("utf-8", "cp1252", f"{OTHER}: 2"),
        ("iso-8859-1", "cp1252", ""),
        ("koi8-r", "koi8-r", ""),
    ],
)
def test_a_source_in_another_encoding_than_it_declares_is_read(declared: str, encoding: str, note: str) -> None:
    word = "\u0434\u0430" if encoding == "koi8-r" else "d\u2019\u00e9t\u00e9"[1:]
    word = word if encoding != "cp1252" or declared != "utf-8" else "\u2019t\u00e9"
    text, notes = cleaned(f'<?xml version="1.0" encoding="{declared}"?><rss>{word}</rss>'.encode(encoding))
    assert (text, notes) == (f"<rss>{word}</rss>", (note,) if note else ())


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "&#2;", "&#x1b;", "\x08"])
def test_a_control_character_costs_no_item(import_text: Import, content: Path, character: str) -> None:
    outcome = import_text(make_feed(make_item(description=f"One{character} two.")))
    assert body_of(content, "a-bridge") == "One two.\n"
    assert f"{CONTROL}: 1" in outcome.lines


def test_a_control_character_costs_no_post(import_text: Import, content: Path) -> None:
    outcome = import_text(make_export("One\x0b two."))
    assert body_of(content, "a-bridge") == "One two.\n"
    assert f"{CONTROL}: 1" in outcome.lines
