"""A feed in, news files out."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.importing.sources.entry import ImportFailedError
from tests.importing.conftest import ATOM, RSS, Import, body_of, fields_of, make_feed, make_item


def test_an_rss_item_keeps_its_date_author_categories_and_address(import_: Import, content: Path) -> None:
    import_(RSS)
    assert fields_of(content, "a-bridge-a-tram-together")[:-2] == [
        'title: "A bridge & a tram – together"',
        "organisations: [example-network]",
        'published: "2024-03-05 14:30+01:00"',
        "lang: en",
        'summary: "Both open in spring, say the two towns."',
        "authors:",
        '  - {name: "Ada Example"}',
        "topics: [mobility]",
        "# category: Mobility (https://network.example/tags)",
        "# category: Local life",
        'link: "https://network.example/2024/bridge/"',
    ]


def test_the_content_of_an_item_becomes_markdown_and_nothing_that_runs(import_: Import, content: Path) -> None:
    outcome = import_(RSS)
    assert body_of(content, "a-bridge-a-tram-together") == (
        "Trams and **bicycles** share it; see [the plan](https://network.example/plan.html).\n\n"
        "## What it costs\n\n"
        "-   One: *40 million*\n"
        "-   Two\n"
        "    -   nested\n\n"
        "[A bridge with a tram](https://network.example/media/bridge.png)\n\n"
        "[Film of the bridge (video.example)](https://video.example/embed/7)\n\n"
        "Click here\n\n"
        "-   [plan.pdf](https://network.example/media/plan.pdf)\n"
    )
    assert outcome.lines == [
        "new: content/news/a-bridge-a-tram-together.md",
        "  <script> is left out",
        "  a link that runs a script lost its address",
        "  <iframe> of video.example became a link",
        "  a picture became a link",
        "new: content/news/only-a-summary.md",
        "new: content/news/without-a-date-or-a-name-of-its-own.md",
        "  it has no date: it is a draft, to be dated",
        "left out: mail addresses of authors: 1",
        "without a certain date: 1; each is a draft until you date it",
        "kept as comments: categories that are no topic: 'Local life' (1); --topic 'Category=topic-id' maps one",
        "not fetched: pictures and files that stay links: 2; --with-files fetches them",
    ]


def test_a_summary_is_the_text_where_there_is_no_other(import_: Import, content: Path) -> None:
    import_(RSS)
    assert body_of(content, "only-a-summary") == "1986\\. A year with \\* stars, \\_lines\\_ and \\[brackets\\].\n"
    assert '  - {name: "Bob Sample"}' in fields_of(content, "only-a-summary")


def test_an_item_without_a_date_gets_the_day_of_its_first_import(import_: Import, content: Path) -> None:
    import_(RSS)
    assert not any(import_(RSS, day="2027-01-01").deeds[deed] for deed in ("new", "changed"))
    fields = fields_of(content, "without-a-date-or-a-name-of-its-own")
    assert [fields[2], fields[4]] == ['published: "2026-03-16"', "status: draft"]


def test_an_atom_entry_keeps_both_authors_both_dates_and_its_language(import_: Import, content: Path) -> None:
    import_(ATOM)
    assert fields_of(content, "l-ete-des-villes")[:-2] == [
        'title: "L’été des villes"',
        "organisations: [example-network]",
        'published: "2024-03-05 23:30-05:00"',
        'updated: "2024-03-09 10:00+01:00"',
        "lang: fr",
        'summary: "Trois communes ouvrent leurs musées la nuit."',
        "authors:",
        '  - {name: "Élodie Exemple"}',
        '  - {name: "Zoé Modèle"}',
        "topics: [culture]",
        "# category: Culture (https://reseau.example/themes)",
        'link: "https://reseau.example/ete"',
    ]
    assert body_of(content, "l-ete-des-villes").endswith("[L’affiche](https://reseau.example/affiche.pdf)\n")


def test_an_address_that_is_not_https_is_kept_as_a_comment(import_: Import, content: Path) -> None:
    import_(ATOM)
    assert "# was at: http://reseau.example/simple" in fields_of(content, "un-texte-simple")
    assert body_of(content, "un-texte-simple") == "Une phrase, et 3 &lt; 4.\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Tue, 05 Mar 2024 14:30:00 +0100", "2024-03-05 14:30+01:00"),
        ("Tue, 05 Mar 2024 14:30:59 GMT", "2024-03-05 14:30Z"),
        ("Tue, 05 Mar 2024 14:30:00 EST", "2024-03-05 14:30-05:00"),
        ("2024-03-05T14:30:00.123Z", "2024-03-05 14:30Z"),
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T14:30:00", "2024-03-05 14:30"),
    ],
)
def test_a_date_is_the_same_instant_on_the_same_clock(
    import_text: Import, content: Path, typed: str, written: str
) -> None:
    import_text(make_feed(make_item(pubDate=typed)))
    assert f'published: "{written}"' in fields_of(content, "a-bridge")


def test_an_organisation_follows_from_an_author_or_category(import_text: Import, content: Path) -> None:
    import_text(make_feed(make_item(category="Wire = news")), organisation="", issuers={"Wire = news": "other"})
    assert "organisations: [other]" in fields_of(content, "a-bridge")


def test_an_item_that_nobody_issues_fails_and_says_so(import_text: Import) -> None:
    outcome = import_text(make_feed(make_item()), organisation="", issuers={"Wire": "other"})
    assert outcome.has_failed
    assert outcome.lines[0].startswith("failed: 'A bridge': organisations: ")


def test_a_category_is_mapped_to_the_topic_the_command_names(import_text: Import, content: Path) -> None:
    import_text(make_feed(make_item(category="Trams")), topics={"trams": "mobility"})
    assert "topics: [mobility]" in fields_of(content, "a-bridge")


def test_a_long_title_is_cut_and_kept_whole_in_a_comment(import_text: Import, content: Path) -> None:
    title = "bridge " * 60
    import_text(make_feed(make_item(title)))
    (name,) = (path.stem for path in (content / "news").glob("*.md"))
    assert f"# title: {title.strip()}" in fields_of(content, name)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is neither an RSS or Atom feed nor a WordPress export (WXR)"),
        ("<html><body>Not found</body></html>", "is neither an RSS or Atom feed nor a WordPress export (WXR)"),
        ('<rss version="2.0"><channel><item><title>A', "is broken: line 1: "),
        ("\x89PNG\r\n", "is neither an RSS or Atom feed nor a WordPress export (WXR)"),
    ],
)
def test_what_is_no_feed_is_refused_with_the_reason(
    import_text: Import, content: Path, text: str, message: str
) -> None:
    with pytest.raises(ImportFailedError) as error:
        import_text(text)
    assert message in str(error.value)
    assert not (content / "news").exists()
