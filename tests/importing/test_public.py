"""Whatever is not certainly a published article is withheld, and counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import read_tree
from tests.importing.conftest import Import, fields_of, make_feed, make_item

SPELLINGS = [
    f"{scheme}://{host}wordpress.org/export/{version}"
    for scheme in ("http", "https")
    for host in ("", "www.")
    for version in ("1.0/", "1.1/", "1.2/", "1.2", "1.3/", "2.0/", "9/")
]
NOT_PUBLIC = ["draft", "private", "pending", "future", "archive", "spam", "acf-disabled", "Draft", "publish-later", ""]
NO_POSTS = ["page", "nav_menu_item", "attachment", "revision", "wp_block", "wp_template", "custom_css", "event", "Page"]


def make_export(*items: str, space: str = "http://wordpress.org/export/1.2/") -> str:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'<?xml version="1.0"?><rss version="2.0" xmlns:wp="{space}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>https://b.example</link>'
        f"{inner}</channel></rss>"
    )


def make_post(
    number: int = 1, status: str = "publish", kind: str = "post", more: str = "", text: str = "Secret."
) -> str:
    return (
        f"<title>Post {number}</title><guid>https://b.example/?p={number}</guid><pubDate>Tue, 05 Mar 2024 13:30:00 "
        f"+0000</pubDate><content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_date>2024-03-05 14:30:00</wp:post_date><wp:status>{status}</wp:status>"
        f"<wp:post_type>{kind}</wp:post_type>{more}"
    )


def make_atom(*entries: str) -> str:
    inner = "".join(
        f"<entry><title>T{n}</title><published>2024-03-05T14:30:00Z</published><content type='html'>Secret.</content>"
        f"{entry if '<id>' in entry else f'<id>tag:a,{n}</id>{entry}'}</entry>"
        for n, entry in enumerate(entries)
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom' xmlns:b='http://schemas.google.com/blogger/2018'>{inner}</feed>"


def words(content: Path) -> str:
    return "".join(file.read_text() for file in content.rglob("news/*.md"))


@pytest.mark.parametrize("space", SPELLINGS)
def test_an_export_is_one_however_its_namespace_is_spelt(import_text: Import, content: Path, space: str) -> None:
    hidden = [make_post(2, status) for status in NOT_PUBLIC] + [make_post(3, kind=kind) for kind in NO_POSTS]
    outcome = import_text(make_export(make_post(text="Open."), *hidden, space=space))
    assert outcome.deeds.total() == outcome.deeds["new"] == 1
    assert "Secret" not in words(content)


@pytest.mark.parametrize("comment", ["", f"<!-- {'long ' * 20_000} -->"])
def test_an_export_whose_mark_comes_late_or_not_at_all_is_withheld(
    import_text: Import, content: Path, comment: str
) -> None:
    posts = make_post(1, "draft"), make_post(2, kind="page"), make_post(3, "private")
    export = make_export(*posts)
    undeclared = export.replace(' xmlns:wp="http://wordpress.org/export/1.2/"', "")
    for text in (export, undeclared):
        assert import_text(text.replace("<channel>", f"{comment}<channel>")).deeds["new"] == 0
    assert not (content / "news").exists()


@pytest.mark.parametrize("status", NOT_PUBLIC)
def test_only_one_status_is_public(import_text: Import, content: Path, status: str) -> None:
    outcome = import_text(make_export(make_post(1, status)))
    assert not (content / "news").exists()
    why = status.lower() or "without a status"
    assert f"skipped: not public at their source: 1 {why}; --with-drafts takes them as drafts" in outcome.lines
    import_text(make_export(make_post(1, status)), takes_drafts=True)
    assert "status: draft" in fields_of(content, "post-1")


@pytest.mark.parametrize("kind", NO_POSTS)
def test_only_posts_are_articles(import_text: Import, content: Path, kind: str) -> None:
    outcome = import_text(make_export(make_post(1, kind=kind)), takes_drafts=True)
    assert not (content / "news").exists()
    assert kind in ("attachment", "wp_block") or any(
        line.startswith(f"not imported: items of type {kind.lower()}: 1") for line in outcome.lines
    )


@pytest.mark.parametrize(("kind", "way_out"), [("event", True), ("page", True), ("nav_menu_item", False)])
def test_types_left_out_are_named_with_the_way_to_take_them(import_text: Import, kind: str, way_out: bool) -> None:
    lines = import_text(make_export(make_post(1, kind=kind), make_post(2, kind=kind))).lines
    hint = f"; --post-type {kind} takes them" if way_out else ""
    assert lines == [f"not imported: items of type {kind}: 2{hint}"]


def test_a_type_that_is_asked_for_is_taken_and_only_if_public(import_text: Import, content: Path) -> None:
    posts = make_post(1, kind="event", text="Open."), make_post(2, "draft", "event"), make_post(3, kind="page")
    import_text(make_export(*posts), types=frozenset({"post", "event"}))
    assert sorted(path.name for path in (content / "news").iterdir()) == ["post-1.md"]


@pytest.mark.parametrize(
    "text",
    [
        "[members_only]Secret.[/members_only]",
        "Open. [private role=x]Secret.[/private]",
        "[restrict paid=true]Secret.[/restrict]",
        "[is_logged_in]Secret.[/is_logged_in]",
        "<!-- wp:premium-content/container --><p>Secret.</p><!-- /wp:premium-content/container -->",
        "<!-- wp:jetpack/paywall /--><p>Secret.</p>",
    ],
)
def test_a_post_that_shows_a_part_to_members_is_withheld(import_text: Import, content: Path, text: str) -> None:
    assert import_text(make_export(make_post(text=text))).lines[0].startswith("skipped: not public at their source: 1")
    assert not (content / "news").exists()


def test_a_post_with_a_password_is_withheld(import_text: Import, content: Path) -> None:
    outcome = import_text(make_export(make_post(more="<wp:post_password>open sesame</wp:post_password>")))
    assert "1 protected by a password" in outcome.lines[0]
    assert not (content / "news").exists()


@pytest.mark.parametrize(
    "mark",
    [
        "<app:control xmlns:app='http://www.w3.org/2007/app'><app:draft>yes</app:draft></app:control>",
        "<app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control>",
        "<control xmlns='http://www.w3.org/2007/app'><draft>YES</draft></control>",
        "<x:draft xmlns:x='http://nobody.example/'>true</x:draft>",
        "<app:draft xmlns:app='http://purl.org/atom/app#'/>",
        "<status>draft</status>",
        "<wp:status xmlns:wp='https://wordpress.org/export/7/'>private</wp:status>",
        "<x:post_password xmlns:x='http://nobody.example/'>x</x:post_password>",
        "<visibility>private</visibility>",
        "<b:type>POST</b:type><b:status>DRAFT</b:status>",
        "<b:type>POST</b:type><b:status>SCHEDULED</b:status>",
        "<b:type>POST</b:type>",
        "<b:type>POST</b:type><b:status>LIVE</b:status><b:trashed>2023-01-01T00:00:00Z</b:trashed>",
    ],
)
def test_an_entry_marked_as_a_draft_is_withheld(import_text: Import, content: Path, mark: str) -> None:
    outcome = import_text(make_atom(mark))
    assert outcome.lines[0].startswith("skipped: not public at their source: 1 ")
    assert not (content / "news").exists()


@pytest.mark.parametrize(
    "mark",
    [
        "<app:control xmlns:app='http://www.w3.org/2007/app'><app:draft>no</app:draft></app:control>",
        "<b:type>POST</b:type><b:status>LIVE</b:status>",
        "<status>published</status>",
        "<id>tag:blogger.com,1999:blog-12.post-34</id>",
        "<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/>",
    ],
)
def test_an_entry_that_is_published_is_taken(import_text: Import, content: Path, mark: str) -> None:
    assert import_text(make_atom(mark)).deeds["new"] == 1
    assert "kind#" not in words(content)


KINDS = ["settings", "template", "comment", "page", "unheard-of"]


@pytest.mark.parametrize("kind", KINDS)
def test_of_a_blogger_export_only_posts_are_articles(import_text: Import, content: Path, kind: str) -> None:
    scheme = "http://schemas.google.com/g/2005#kind"
    term = f"http://schemas.google.com/blogger/2008/kind#{kind.replace('-', '_')}"
    outcome = import_text(
        make_atom(
            f"<category scheme='{scheme}' term='{term}'/>",
            f"<b:type>{kind.upper()}</b:type><b:status>LIVE</b:status>",
            f"<id>tag:blogger.com,1999:blog-12.{kind}.BLOG_ADMIN_PERMISSION</id>",
        ),
        takes_drafts=True,
    )
    assert outcome.deeds.total() == 0
    assert not (content / "news").exists()
    assert any(line.startswith("not imported: items of type ") for line in outcome.lines)


def test_a_reply_is_no_article(import_text: Import) -> None:
    reply = "<thr:in-reply-to xmlns:thr='http://purl.org/syndication/thread/1.0' ref='tag:a,0'/>"
    assert import_text(make_atom(reply)).lines == ["not imported: items of type comment: 1"]


ADDRESS = "ada.admin@secret.example"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (f"{ADDRESS} (Ada Example)", "Ada Example"),
        (f"Ada Example &lt;{ADDRESS}&gt;", "Ada Example"),
        (f"Ada Example ({ADDRESS})", "Ada Example"),
        (f"mailto:{ADDRESS}", ""),
        (ADDRESS, ""),
        ("admin@localhost", ""),
    ],
)
def test_the_mail_address_of_an_author_is_in_no_file(import_text: Import, content: Path, typed: str, name: str) -> None:
    dc = f"<dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>{typed}</dc:creator>"
    feeds = [
        make_feed(make_item(author=typed)),
        make_feed(make_item() + dc),
        make_atom(f"<author><name>{typed}</name><email>{ADDRESS}</email></author><id>tag:{ADDRESS},2024:1</id>"),
        make_export(make_post(text="x", more=f"<dc:creator>{typed}</dc:creator>")),
    ]
    for feed in feeds:
        outcome = import_text(feed)
        (file,) = (content / "news").iterdir()
        text = file.read_text()
        assert "@" not in text
        assert (f'{{name: "{name}"}}' in text) is bool(name)
        assert "left out: mail addresses of authors: 1" in outcome.lines
        assert import_text(feed).deeds["unchanged"] == 1
        file.unlink()


def test_an_address_stays_where_the_article_itself_prints_it(import_text: Import, content: Path) -> None:
    import_text(make_feed(make_item(description="Write to press@network.example.")))
    assert "press@network.example" in words(content)


def test_a_reusable_block_that_is_no_public_one_stays_out(import_text: Import, content: Path) -> None:
    post = make_post(1, text='Open. <!-- wp:block {"ref":7} /-->')
    import_text(make_export(post, make_post(7, "draft", "wp_block")))
    assert "Secret" not in words(content)
    assert set(read_tree(content)) >= {"news/post-1.md"}
