"""Whatever a source holds: a message or a file that passes every check, never a traceback and never a script."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobboard.importing.html.convert import to_body
from jobboard.importing.html.shortcodes import expanded
from jobboard.importing.order import Order
from jobboard.importing.run import run_import
from jobboard.importing.sources.entry import ImportFailedError
from jobboard.outputs.text.judged import judged
from jobboard.pipeline import check as checking
from jobboard.source.markdown.body import convert_body
from jobboard.source.markdown.convert import Engine
from jobboard.source.markdown.convert import to_html as to_site_html
from jobboard.source.problem import Report, is_blocking
from tests.helpers import NOW, SITE, read_tree, write_site
from tests.hostile import MARKUP, links
from tests.importing.conftest import RSS, WXR, Import, make_feed, make_item
from tests.outputs.final import faults_in_text

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def nothing(address: str, *, is_picture: bool) -> str:
    return ""


def import_bytes(data: bytes) -> None:
    """Import into a folder of its own; what is written must pass every check."""
    with tempfile.TemporaryDirectory() as folder:
        content = write_site(Path(folder) / "content", {})
        source = Path(folder) / "source.xml"
        source.write_bytes(data)
        order = Order(
            source=str(source),
            content=content,
            folder="news",
            organisation="example-network",
            issuers={},
            topics={},
            day="2026-03-16",
            takes_drafts=True,
        )
        try:
            run_import(order)
        except ImportFailedError:
            return
        assert not is_blocking(checking.check(content, SITE, NOW).problems)
        before = read_tree(content)
        assert not run_import(order).deeds["changed"]
        assert read_tree(content) == before
        assert set(read_tree(Path(folder))) == {f"content/{path}" for path in before} | {"source.xml"}


@SLOW
@given(st.binary(max_size=400))
def test_any_bytes_are_a_message_or_an_import(data: bytes) -> None:
    import_bytes(data)


@SLOW
@given(st.sampled_from([RSS, WXR]), st.integers(0, 9000), st.binary(max_size=12), st.integers(0, 40))
def test_a_damaged_source_is_a_message_or_an_import(source: str, at: int, put: bytes, over: int) -> None:
    data = Path(source).read_bytes()
    import_bytes(data[:at] + put + data[at + over :])


@SLOW
@given(st.text(max_size=60), st.text(max_size=120), st.text(max_size=30))
def test_any_texts_in_an_item_become_a_file_that_passes(title: str, html: str, category: str) -> None:
    item = {"title": title, "description": f"<![CDATA[{html.replace(']]>', '')}]]>", "category": category}
    escaped = {
        name: text if name == "description" else f"<![CDATA[{text.replace(']]>', '')}]]>" for name, text in item.items()
    }
    import_bytes(make_feed(make_item(**escaped)).encode("utf-8", "replace"))


@SLOW
@given(st.text(alphabet="ab1 .)(#*_-+>=~:|[]<&;`\\!\n^", max_size=60))
def test_text_stays_itself_in_markdown(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    markdown, _ = to_body(f"<p>{escaped}</p>", "", nothing)
    _, html = to_site_html(markdown)
    words = html.removeprefix("<p>").removesuffix("</p>")
    shown = words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert " ".join(shown.split()) == " ".join(text.split())


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:alert(1)">x</a>',
        '<a href="  JaVaScRiPt&#58;alert(1)">x</a>',
        '<a href="&#x1;javascript:alert(1)">x</a>',
        '<img src=x onerror="alert(1)">',
        "<script>alert(1)</script>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        '<iframe src="javascript:alert(1)"></iframe>',
        '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
        '<object data="data:text/html,<script>alert(1)</script>"></object>',
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "[x](javascript:alert(1))",
        "<style>body{display:none}</style><form action=x><input></form>",
    ],
)
def test_nothing_that_runs_reaches_the_site(html: str) -> None:
    markdown, _ = to_body(html, "https://blog.example/", nothing)
    unsafe, safe = to_site_html(markdown)
    for text in (unsafe, safe):
        assert "<script" not in text
        assert 'href="javascript' not in text.lower()
        assert "onerror" not in text


@pytest.mark.parametrize("html", [*MARKUP.values(), "\n".join(links())], ids=[*MARKUP, "links"])
def test_what_is_imported_from_a_hostile_site_is_judged_when_it_is_built(html: str) -> None:
    markdown, _ = to_body(html, "https://blog.example/", nothing)
    for engine in Engine:
        body = convert_body(markdown, 1, Report("x"), engine)
        assert body is None or faults_in_text(judged(body.html)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 50_000,
        "<ul><li>" * 5_000,
        "<b>" * 100_000,
        "<table><tr><td>" * 5_000,
        "<blockquote>" * 5_000 + "x",
        "<ol>" + "<li>x</li>" * 9_000 + "</ol>",
        "<a <a " * 50_000,
        "<!--" * 100_000,
        "[caption]" * 50_000,
        "[x [" * 100_000,
        "<pre>" * 100_000,
        "&" * 300_000,
        "x" * 2_000_000,
    ],
)
def test_a_tangled_text_costs_little_time(text: str) -> None:
    started = time.process_time()
    html, _ = expanded(text, {})
    to_body(html, "", nothing)
    assert time.process_time() - started < 5


@pytest.mark.parametrize("slug", ["../../etc/passwd", "/etc/passwd", "..%2f..%2fx", "con\x00trol", "a" * 5000, "…"])
def test_a_name_never_leaves_the_folder(import_text: Import, content: Path, slug: str) -> None:
    text = Path(WXR).read_text().replace("<![CDATA[le-pont]]>", f"<![CDATA[{slug}]]>".replace("\x00", ""))
    before = set(read_tree(content.parent))
    import_text(text)
    found = {path for path in read_tree(content.parent) if path not in before and path != "source.xml"}
    assert len(found) == 3
    assert all(path.startswith("content/news/") and path.count("/") == 2 for path in found)


def test_characters_nobody_can_see_are_left_out(import_text: Import, content: Path) -> None:
    import_text(make_feed(make_item("A \u202ebridge&#x85;", "One&#8232;two\u2066three.")))
    assert "\u202e" not in (content / "news/a-bridge.md").read_text()


def test_an_entity_bomb_in_a_feed_is_refused_or_left_unexpanded(import_text: Import, content: Path) -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    feed = make_feed(make_item("A &a11;bridge")).replace("<rss", f"<!DOCTYPE rss [{bomb}]><rss", 1)
    try:
        import_text(feed)
    except ImportFailedError as error:
        assert "is broken" in str(error)  # noqa: PT017 (either way is right)
    assert all(len(path.read_bytes()) < 5000 for path in content.rglob("*.md"))


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1", "cp1252"])
def test_a_declared_encoding_is_read(import_text: Import, content: Path, encoding: str) -> None:
    feed = make_feed(make_item("L'été")).replace('version="1.0"', f'version="1.0" encoding="{encoding}"', 1)
    import_text(feed.encode(encoding))
    assert 'title: "L\'été"' in (content / "news/l-ete.md").read_text()
