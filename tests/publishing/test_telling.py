"""What is told of a change: what of a page counts, and requests as their receivers ask for them."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

import pytest
from msgspec import json

from jobboard.net.download import Request
from jobboard.publishing import telling
from jobboard.publishing.site_files import SiteFile
from jobboard.publishing.substance import substance_of
from jobboard.publishing.telling import NotToldError, tell_hub, tell_indexnow
from jobboard.publishing.told import ToldState, news_between, read_told, save_told, told_now

PAGE = (
    '<html><head><meta property="og:type" content="article"><link rel="stylesheet" href="/theme/style.1.css"></head>'
    '<body><nav>Menu</nav><article class="page posting" data-closes="2026-03-31"><p class="kicker">Job <b>Open</b></p>'
    '<template>closed</template><h1>Analyst</h1><p>You will <em>count</em>.</p><a href="/plan.pdf">Plan</a></article>'
    "<aside>Others like this</aside></body></html>"
)
NO_NEWS = {
    "style sheet": ("style.1", "style.2"),
    "menu": ("Menu", "Another menu"),
    "others": ("Others like", "Nothing like"),
    "status that comes by itself": ("Open", "Closing soon"),
    "what a script shows": (">closed<", ">closed for good<"),
    "markup": ("<em>count</em>", "<strong>count</strong>"),
}
NEWS = {
    "word": ("You will", "You may"),
    "title": ("Analyst", "Analysts"),
    "attachment": ("/plan.pdf", "/plan-2.pdf"),
    "closed": ("<head>", '<head><meta name="robots" content="noindex">'),
}


@pytest.mark.parametrize("what", NO_NEWS)
def test_what_does_not_count(what: str) -> None:
    changed = PAGE.replace(*NO_NEWS[what])
    assert changed != PAGE
    assert substance_of(changed.encode()) == substance_of(PAGE.encode()) != ""


@pytest.mark.parametrize("what", NEWS)
def test_what_counts(what: str) -> None:
    assert substance_of(PAGE.replace(*NEWS[what]).encode()) != substance_of(PAGE.encode())


@pytest.mark.parametrize("change", [('content="article"', 'content="website"'), ("article", "div")])
def test_lists_say_nothing_of_their_own(change: tuple[str, str]) -> None:
    assert substance_of(PAGE.replace(*change).encode()) == ""


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, bytes]]:
    found: list[tuple[str, str, bytes]] = []

    def send(method: str, url: str, body: bytes, request: Request) -> tuple[int, bytes]:
        found.append((url, request.headers["Content-Type"], body))
        return 200, b""

    monkeypatch.setattr(telling, "send", send)
    return found


def test_ten_thousand_addresses_go_into_a_request(sent: list[tuple[str, str, bytes]]) -> None:
    paths = [f"jobs/{number}/index.html" for number in range(20_001)]
    tell_indexnow("https://engine.example", "https://hub.example/board", "0" * 32, paths)
    told: list[dict[str, Any]] = [json.decode(body) for _, _, body in sent]
    assert [len(each["urlList"]) for each in told] == [10_000, 10_000, 1]
    assert {each["host"] for each in told} == {"hub.example"}
    assert {each["keyLocation"] for each in told} == {f"https://hub.example/board/{'0' * 32}.txt"}
    assert told[0]["urlList"][0] == "https://hub.example/board/jobs/0/"
    assert {kind for _, kind, _ in sent} == {"application/json; charset=utf-8"}


def test_a_hub_is_told_by_a_form(sent: list[tuple[str, str, bytes]]) -> None:
    tell_hub("https://hub.example", "https://board.example", ["feeds/jobs.rss.xml", "fr/feeds/jobs.json"])
    ((url, kind, body),) = sent
    assert (url, kind) == ("https://hub.example", "application/x-www-form-urlencoded")
    feeds = ["https://board.example/feeds/jobs.rss.xml", "https://board.example/fr/feeds/jobs.json"]
    assert parse_qs(body.decode()) == {"hub.mode": ["publish"], "hub.url": feeds}


def test_nobody_there_is_said() -> None:
    with pytest.raises(NotToldError, match=r"http://127\.0\.0\.1:1/: Connection refused"):
        tell_hub("http://127.0.0.1:1/", "https://board.example", ["feeds/jobs.json"])


def test_only_pages_whose_bytes_changed_are_read(tmp_path: Any) -> None:
    missing = SiteFile("jobs/a/index.html", tmp_path / "not there", 1, "same")
    before = ToldState(pages={"jobs/a/index.html": ("same", "says")})
    now = told_now({missing.path: missing}, before)
    assert news_between(before, now).pages == ()


@pytest.mark.parametrize("key", [b"key", b"another"])
def test_what_was_told_is_believed_by_who_sealed_it(key: bytes, tmp_path: Any) -> None:
    told = ToldState(pages={"jobs/a/index.html": ("bytes", "says")}, feeds={"feeds/jobs.json": "bytes"})
    save_told(tmp_path / "cache/told", told, b"key")
    assert read_told(tmp_path / "cache/told", key) == (told if key == b"key" else None)
    assert read_told(tmp_path / "cache/none", key) is None
