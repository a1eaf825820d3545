"""Feeds, parsed back: what a subscriber's reader makes of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers import NOW, SITE, at, build_site, make_news, make_posting, write_site
from tests.outputs.reading import feed

FORMS = ("rss", "atom")


@pytest.mark.parametrize("form", FORMS)
def test_an_entry_parses_back_to_what_went_in(form: str, tmp_path: Path) -> None:
    posting = make_posting(
        title='"Analyst <b> & friends"',
        published='"2026-03-02 09:30"',
        updated="2026-03-05",
        topics="[culture]",
        place="{city: Ghent, country: BE}",
        summary="Count things.",
        lang="fr",
        body="Voir [l’organisation](organisations/example-network.md) ]]> fin.",
    )
    entry = feed(
        build_site(write_site(tmp_path / "content", {"postings/x.md": posting})), f"feeds/jobs.{form}.xml"
    ).entries[0]
    assert entry.title.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == "Analyst <b> & friends"
    assert entry.link == "https://hub.example/jobs/x/"
    assert entry.id == "tag:hub.example,2026:job/x"
    assert entry.published_parsed[:5] == (2026, 3, 2, 8, 30)
    assert entry.updated_parsed[:4] == (2026, 3, 4, 23)
    assert entry.summary == (
        "Example Network. Apply by Tuesday 31 March 2026, end of the day (Brussels time). Count things."
    )
    assert 'href="https://hub.example/organisations/example-network/"' in entry.content[-1].value
    assert "]]&gt; fin." in entry.content[-1].value
    assert entry.validity_end == "2026-04-01T00:00:00+02:00"
    assert {"job", "culture", "BE"} & {tag.term for tag in entry.tags} or form == "rss"


@pytest.mark.parametrize("form", FORMS)
def test_a_feed_has_the_most_recently_published_first(form: str, tmp_path: Path) -> None:
    files = {f"postings/p{day}.md": make_posting(published=f"2026-03-0{day}") for day in (1, 3, 2)}
    site = build_site(write_site(tmp_path / "content", files))
    assert [entry.link[-3:-1] for entry in feed(site, f"feeds/jobs.{form}.xml").entries] == ["p3", "p2", "p1"]


def test_a_renamed_posting_keeps_its_identity(tmp_path: Path) -> None:
    before = build_site(write_site(tmp_path / "a" / "content", {"postings/old-name.md": make_posting()}))
    after = build_site(
        write_site(tmp_path / "b" / "content", {"postings/new-name.md": make_posting(formerly="[old-name]")})
    )
    ids = [feed(site, "feeds/jobs.rss.xml").entries[0].id for site in (before, after)]
    assert ids == ["tag:hub.example,2026:job/old-name"] * 2
    assert b"/jobs/new-name/" in after["jobs/old-name/index.html"]
    assert after["_redirects"] == b"/jobs/old-name/ /jobs/new-name/ 301\n"


def test_moving_the_site_renames_nothing(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting()})
    sites = [
        build_site(content, site=replace(SITE, url=url), output=tmp_path / url[-1])
        for url in ("https://a.example/a", "https://b.example")
    ]
    assert len({feed(site, "feeds/jobs.atom.xml").entries[0].id for site in sites}) == 1


def test_a_feed_is_dated_by_its_newest_change_and_what_leaves_it_takes_nothing_back(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting(updated="2026-03-05")})
    open_, empty = (
        build_site(content, now, output=tmp_path / name) for now, name in ((NOW, "a"), (at("2026-06-01 00:00"), "b"))
    )
    assert feed(open_, "feeds/jobs.atom.xml").feed.updated[:20] == "2026-03-04T23:00:00."
    assert feed(empty, "feeds/jobs.atom.xml").entries == []
    assert feed(empty, "feeds/jobs.atom.xml").feed.updated == feed(open_, "feeds/jobs.atom.xml").feed.updated
    assert feed(empty, "feeds/news.atom.xml").feed.updated == "2026-01-01T00:00:00+00:00"


def test_nothing_old_comes_back_into_a_full_feed_when_something_closes(tmp_path: Path) -> None:
    files = {f"postings/p{day}.md": make_posting(published=f"2026-03-0{day}") for day in (1, 2, 3)}
    files["postings/p3.md"] = make_posting(published="2026-03-03", closed="{on: 2026-03-10, because: filled}")
    content = write_site(tmp_path / "content", files)
    site = replace(SITE, feed_size=2)
    shown = [
        [entry.link[-3:-1] for entry in feed(build_site(content, at(now), site=site), "feeds/jobs.rss.xml").entries]
        for now in ("2026-03-09 00:00", "2026-03-11 00:00")
    ]
    assert shown == [["p3", "p2"], ["p2"]]


def test_an_item_published_elsewhere_without_a_body_still_has_a_summary(tmp_path: Path) -> None:
    files = {"news/x.md": make_news(body="", link="https://example.org/story")}
    assert (
        feed(build_site(write_site(tmp_path / "content", files)), "feeds/news.rss.xml").entries[0].summary
        == "A bridge opens"
    )


def test_a_translation_group_is_one_entry_in_the_site_language(tmp_path: Path) -> None:
    files = {
        "postings/analyste.md": make_posting(lang="fr", title="Analyste"),
        "postings/analyst.md": make_posting(lang="en", translation_of="analyste", deadline=None, apply=None),
    }
    site = build_site(write_site(tmp_path / "content", files))
    assert [entry.title for entry in feed(site, "feeds/jobs.rss.xml").entries] == ["Data Analyst"]


def test_entries_of_one_day_are_told_apart_by_a_fraction_of_a_second(tmp_path: Path) -> None:
    files = {f"postings/p{number}.md": make_posting() for number in range(5)}
    site = build_site(write_site(tmp_path / "content", files))
    updated = [entry.updated for entry in feed(site, "feeds/jobs.atom.xml").entries]
    assert len(set(updated)) == 5
    assert {instant[:19] for instant in updated} == {"2026-03-02T00:00:00"}


def test_a_text_that_comes_later_in_the_site_language_is_no_second_item(tmp_path: Path) -> None:
    original = {"postings/analyste.md": make_posting(lang="fr", title="Analyste", formerly="[emploi]")}
    translation = make_posting(translation_of="analyste", published="2026-03-10", deadline=None, apply=None)
    both = {**original, "postings/analyst.md": translation}
    seen = [
        feed(build_site(write_site(tmp_path / name / "content", files)), "feeds/jobs.atom.xml").entries[0]
        for name, files in (("a", original), ("b", both))
    ]
    assert [entry.title for entry in seen] == ["Analyste", "Data Analyst"]
    assert {(entry.id, entry.published) for entry in seen} == {
        ("tag:hub.example,2026:job/emploi", "2026-03-02T00:00:00+01:00")
    }
    assert [entry.updated[:10] for entry in seen] == ["2026-03-02", "2026-03-10"]


def test_a_translation_that_comes_later_takes_no_date_back(tmp_path: Path) -> None:
    """It was published with its original, as its file says, which has been changed since."""
    site = replace(SITE, languages=("en", "fr"))
    original = make_posting(updated="2026-03-10", reopened="{on: 2026-03-14, was: {on: 2026-03-12, because: filled}}")
    translation = make_posting(title="Analyste", lang="fr", translation_of="x", deadline=None, apply=None)
    content = write_site(tmp_path / "content", {"postings/x.md": original})
    before = build_site(content, site=site)
    write_site(content, {"postings/y.md": translation})
    after = build_site(content, site=site)
    for path in ("fr/feeds/jobs.atom.xml", "feeds/jobs.atom.xml", "fr/feeds/changes.atom.xml"):
        (old, new) = feed(before, path), feed(after, path)
        assert new.feed.updated >= old.feed.updated
        assert [each.id for each in new.entries] == [each.id for each in old.entries]
        assert [each.updated for each in new.entries] >= [each.updated for each in old.entries]
    assert feed(after, "fr/feeds/jobs.atom.xml").entries[0].title == "Analyste"
    assert feed(after, "fr/feeds/jobs.atom.xml").entries[0].updated[:19] == "2026-03-14T00:00:00"


def test_a_feed_keeps_its_date_when_its_newest_item_closes_or_a_closing_is_taken_out(tmp_path: Path) -> None:
    def dated(**changes: str) -> str:
        files = {
            "postings/old.md": make_posting(title="Old", deadline="2026-06-30"),
            "postings/new.md": make_posting(title="New", published="2026-03-09", **changes),
        }
        content = write_site(tmp_path / str(len(list(tmp_path.iterdir()))) / "content", files)
        return str(feed(build_site(content), "feeds/jobs.atom.xml").feed.updated)

    assert len({dated(), dated(closed="{on: 2026-03-12, because: filled}")}) == 1
