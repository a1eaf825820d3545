"""What a digest tells: everything that is announced, each item once, in every form the same."""

from __future__ import annotations

import email
import re
from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import cast

import pytest
from lxml import html as lxml_html
from msgspec import structs

from jobboard.board.site import Site
from jobboard.outputs.mail.digest import Digest, digest_of_board
from jobboard.outputs.mail.html import digest_fragment, digest_html
from jobboard.outputs.mail.letter import letter_of, sender_of
from jobboard.outputs.mail.plain import digest_markdown, digest_text
from tests.helpers import SITE, at, make_board, make_event, make_news, make_organisation, make_posting

SPOKEN = Site(
    **{
        **{name: getattr(SITE, name) for name in ("name", "description", "url", "zone", "lang", "identity")},
        "languages": ("en", "fr", "es"),
    }
)
SINCE, NOW = at("2026-03-09 08:00"), at("2026-03-16 08:00")
OLD = "2026-02-02"

EXPECTED: Mapping[str, tuple[str, str]] = {
    "New postings": ("opened", make_posting(title="T opened", published="2026-03-10")),
    "Closing soon": ("soon", make_posting(title="T soon", published=OLD, deadline="2026-03-20")),
    "Other deadlines than before": (
        "moved",
        make_posting(
            title="T moved",
            published=OLD,
            deadline="2026-04-20",
            deadline_was="[{deadline: 2026-03-31, changed: 2026-03-12}]",
        ),
    ),
    "No longer open": (
        "filled",
        make_posting(
            title="T filled", published=OLD, deadline="2026-04-20", closed="{on: 2026-03-13, because: filled}"
        ),
    ),
}
FILES = {f"postings/{name}.md": text for name, text in EXPECTED.values()} | {
    "postings/again.md": make_posting(
        title="T again",
        published=OLD,
        deadline="2026-04-20",
        reopened="[{on: 2026-03-12, was: {on: 2026-03-01, because: withdrawn}}]",
    ),
    "postings/passed.md": make_posting(title="T passed", published=OLD, deadline="2026-03-11"),
    "postings/brief.md": make_posting(title="T brief", published="2026-03-10", deadline="2026-03-12"),
    "postings/quiet.md": make_posting(title="T quiet", published=OLD, deadline="2026-05-20"),
    "postings/draft.md": make_posting(title="T draft", published="2026-03-10", status="draft"),
    "postings/later.md": make_posting(title="T later", published="2026-03-17"),
    "news/bridge.md": make_news(title="T bridge", published="2026-03-10"),
    "news/old.md": make_news(title="T old", published=OLD),
    "events/budgets.md": make_event(title="T budgets", published="2026-03-10"),
    "events/before.md": make_event(title="T before", published=OLD),
}


def told(
    tmp_path: Path, files: Mapping[str, str] = FILES, since: datetime = SINCE, now: datetime = NOW, **more: str
) -> Digest:
    site = SPOKEN.in_language(more.pop("lang", "en"))
    return digest_of_board(make_board(tmp_path, files, now, SPOKEN), site, since, **more)


def titles(digest: Digest) -> dict[str, list[str]]:
    return {part.heading: [each.title.removeprefix("T ") for each in part.items] for part in digest.parts}


def test_every_kind_of_change_has_its_place_and_nothing_else_is_told(tmp_path: Path) -> None:
    assert titles(told(tmp_path)) == {
        "New postings": ["opened", "again"],
        "Closing soon": ["soon"],
        "Other deadlines than before": ["moved"],
        "No longer open": ["passed", "brief", "filled"],
        "News": ["bridge"],
        "Events": ["budgets"],
    }


def test_nothing_is_told_of_an_hour_in_which_nothing_happens(tmp_path: Path) -> None:
    assert told(tmp_path, since=NOW - timedelta(hours=1)).parts == ()


def counted(tmp_path: Path, start: datetime, days: int, hours: int) -> Counter[tuple[str, str]]:
    """How often each item is told under each heading by digests that follow each other."""
    step, count = timedelta(hours=hours), Counter[tuple[str, str]]()
    for number in range(timedelta(days=days) // step):
        begins = start + number * step
        found = told(tmp_path, since=begins, now=begins + step)
        count.update((part, title) for part, each in titles(found).items() for title in each)
    return count


def test_in_digests_that_follow_each_other_nothing_is_told_twice_and_nothing_forgotten(tmp_path: Path) -> None:
    count = counted(tmp_path, at("2026-02-01 12:00"), 119, 7 * 24)
    again = {key: times for key, times in count.items() if key[1] == "again"}
    assert set(again.values()) == {2}, "it opened twice, and closed twice"
    assert {times for key, times in count.items() if key not in again} == {1}
    new = {title for part, title in count if part == "New postings"}
    assert new == {"opened", "soon", "moved", "filled", "again", "passed", "quiet", "later"}
    closed = {title for part, title in count if part == "No longer open"}
    assert closed == new | {"brief"}
    assert count["Other deadlines than before", "moved"] == 1
    assert count["News", "bridge"] == count["Events", "budgets"] == 1


@pytest.mark.parametrize("hours", [24, 31])
def test_whatever_the_span_nothing_is_told_twice(hours: int, tmp_path: Path) -> None:
    count = counted(tmp_path, at("2026-03-09 08:00"), 9, hours)
    assert set(count.values()) == {1}
    assert count["New postings", "brief"] == count["No longer open", "brief"] == 1


def test_an_instant_at_the_border_belongs_to_the_span_that_ends_with_it(tmp_path: Path) -> None:
    opens = at("2026-03-10 00:00")
    assert "opened" in titles(told(tmp_path, now=opens, since=opens - timedelta(days=1)))["New postings"]
    assert "opened" not in str(titles(told(tmp_path, since=opens)))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("organisations/parent", ["child"]),
        ("organisations/example-network", ["trainee", "on-culture"]),
        ("topics/culture", ["on-culture"]),
        ("kind/traineeship", ["trainee"]),
    ],
)
def test_a_digest_of_some_has_those_and_their_parts(path: str, expected: list[str], tmp_path: Path) -> None:
    new = "2026-03-10"
    files = {
        "organisations/parent.md": make_organisation(name="Parent"),
        "organisations/child.md": make_organisation(name="Child", part_of="parent"),
        "postings/child.md": make_posting(title="child", organisation="child", published=new),
        "postings/trainee.md": make_posting(title="trainee", kind="traineeship", published=new),
        "postings/on-culture.md": make_posting(
            title="on-culture", topics="[culture]", published=new, deadline="2026-04-02"
        ),
    }
    found = told(tmp_path, files, path=path, called="Some")
    assert titles(found)["New postings"] == expected
    assert found.subject.endswith(": Some")


def test_of_a_translation_group_each_reader_gets_one(tmp_path: Path) -> None:
    files = {
        "postings/one.md": make_posting(title="In English", published="2026-03-10"),
        "postings/un.md": make_posting(
            title="En français",
            lang="fr",
            translation_of="one",
            published="2026-03-10",
            organisation=None,
            deadline=None,
            apply=None,
        ),
    }
    assert titles(told(tmp_path, files))["New postings"] == ["In English"]
    (french,) = told(tmp_path, files, lang="fr").parts[0].items
    assert (french.title, french.href) == ("En français", "https://hub.example/jobs/un/")


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_every_form_says_the_same_and_fetches_nothing(lang: str, tmp_path: Path) -> None:
    digest = told(tmp_path, lang=lang)
    page, text, markdown = digest_html(digest), digest_text(digest), digest_markdown(digest)
    assert f'<html lang="{lang}" dir="ltr">' in page
    for item in (each for part in digest.parts for each in part.items):
        assert item.href.startswith("https://hub.example/")
        for form in (page, text, markdown):
            assert item.title in form
            assert item.href in form
    tree = lxml_html.document_fromstring(page)
    assert not tree.xpath("//script | //img | //link | //iframe | //form | //@src | //@onclick")
    assert "url(" not in page
    assert "@import" not in page
    assert {each.get("role") for each in tree.iter("table")} == {"presentation"}
    assert max(len(line) for line in text.splitlines() if "://" not in line) <= 72


def test_a_text_of_others_is_a_text_everywhere(tmp_path: Path) -> None:
    title = "<b>Data</b> *Analyst* & [co](http://e.example)"
    digest = told(tmp_path, {"postings/one.md": make_posting(title=f"'{title}'", published="2026-03-10")})
    tree = lxml_html.fromstring(digest_fragment(digest))
    assert title in [each.text for each in tree.iter("a")]
    assert r"\*Analyst\*" in digest_markdown(digest)
    assert r"\[co\]" in digest_markdown(digest)


def parsed(data: bytes) -> EmailMessage:
    return cast("EmailMessage", email.message_from_bytes(data, policy=policy.default))


def test_the_message_is_what_mail_programs_read_and_the_same_each_time(tmp_path: Path) -> None:
    digest, sender = told(tmp_path, lang="fr"), sender_of("Höb <news@hub.example>")
    data = letter_of(digest, sender, NOW)
    assert data == letter_of(digest, sender, NOW)
    message = parsed(data)
    assert message.get_content_type() == "multipart/alternative"
    assert [each.get_content_type() for each in message.iter_parts()] == ["text/plain", "text/html"]
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert page is not None
    assert plain.get_content().replace("\r\n", "\n") == digest_text(digest)
    assert page.get_content().replace("\r\n", "\n") == digest_html(digest)
    assert message["From"].addresses[0].display_name == "Höb"
    assert (message["Content-Language"], message["X-Unsent"], message["To"]) == ("fr", "1", None)
    assert message["Date"].datetime == NOW
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_no_text_gets_out_of_its_header(tmp_path: Path) -> None:
    digest = structs.replace(told(tmp_path), subject="A\r\nBcc: all@hub.example\r\n\r\n<script>")
    message = parsed(letter_of(digest, sender_of("news@hub.example"), NOW))
    assert message["Bcc"] is None
    assert message["Subject"] == "A Bcc: all@hub.example <script>"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hub",
        "news@",
        "@hub.example",
        "news@localhost",
        "a@b.example, c@d.example",
        "A\nBcc: x@y.example",
        "<a@b.example",
        "a b@c.example",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        sender_of(text)
