"""Events on pages, in lists, feeds and markup: what is to come, what is past, and what does not take place."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from jobboard.pipeline import check as checking
from jobboard.pipeline.report import Form, render_problems
from tests.helpers import NOW, SITE, at, build_site, make_event, make_news, make_organisation, make_posting, write_site
from tests.outputs.calendar_reading import only_event
from tests.outputs.reading import document, feed, find, links, markup, pages_of_list, sitemap, text_of
from tests.pictures import jpeg

PAGE = "events/day/index.html"
UPCOMING = "events/index.html"
PAST = "events/past/index.html"
SECOND = timedelta(seconds=1)
HOURS = {"starts": '"2026-05-05 14:00"', "ends": '"2026-05-05 16:00"'}
REGISTER = "{url: https://register.example.org/1, deadline: 2026-04-30}"


def build_files(
    tmp_path: Path, files: dict[str, str | bytes], now: datetime = NOW, **settings: Any
) -> dict[str, bytes]:
    folder = tmp_path / str(len(list(tmp_path.iterdir())))
    return build_site(write_site(folder / "content", dict(files)), now, site=replace(SITE, **settings))


def build_one(tmp_path: Path, now: datetime = NOW, body: str = "Come.\n", **changes: str | None) -> dict[str, bytes]:
    return build_files(tmp_path, {"events/day.md": make_event(body, **changes)}, now)


def main_of(site: dict[str, bytes], path: str) -> str:
    (main,) = find(document(site, path), "main")
    return text_of(main)


def event_markup(site: dict[str, bytes], path: str = PAGE) -> dict[str, Any]:
    return next(each for each in markup(site, path) if each["@type"] == "Event")


def is_in(site: dict[str, bytes], path: str) -> bool:
    return "/events/day/" in links(document(site, path))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"starts": "2026-05-05"}, "Tuesday 5 May 2026"),
        ({"starts": "2026-05-05", "ends": "2026-05-07"}, "Tuesday 5 May 2026 to Thursday 7 May 2026"),
        (HOURS, "Tuesday 5 May 2026, 14:00 to 16:00 (Brussels time)"),
        ({"starts": '"2026-05-05 14:00"'}, "Tuesday 5 May 2026, 14:00 (Brussels time)"),
        (
            {"starts": '"2026-05-05 14:00"', "ends": '"2026-05-06 12:00"', "timezone": "Europe/Lisbon"},
            "Tuesday 5 May 2026, 14:00 to Wednesday 6 May 2026, 12:00 (Lisbon time)",
        ),
    ],
)
def test_when_it_is_stands_in_words_with_year_and_zone(changes: dict[str, str], words: str, tmp_path: Path) -> None:
    site = build_one(tmp_path, **changes)
    for path in (PAGE, UPCOMING, "index.html", "organisations/example-network/index.html"):
        assert words in [text_of(each) for each in find(document(site, path), "time")], path


def test_an_event_shows_where_it_is_who_speaks_and_how_to_register(tmp_path: Path) -> None:
    site = build_one(
        tmp_path,
        **HOURS,
        kind="training",
        place="{city: Ghent, country: BE, street: Example Hall}",
        register=REGISTER,
        languages="[en, fr]",
        speakers="[{name: Ada Example, role: Head of finance, organisation: example-network}]",
        contacts="[{name: Team, email: team@example.org, phone: +32 2 555 01 00}]",
        recording="{url: https://video.example.org/1, captions: yes}",
        online="{url: https://meet.example.org/1}",
    )
    words = main_of(site, PAGE)
    for each in (
        "Training To come",
        "Ghent, Belgium and online",
        "Example Hall, Ghent, Belgium",
        "English, French",
        "Ada Example, Head of finance, Example Network",
        "By Thursday 30 April 2026, end of the day (Brussels time)",
        "Opens video.example.org",
        "With captions",
        "team@example.org",
    ):
        assert each in words
    assert {"https://register.example.org/1", "https://meet.example.org/1", "/events/day/event.ics"} <= {
        *links(document(site, PAGE))
    }


def test_how_often_it_repeats_is_said_in_its_authors_words_and_no_rule_is_made_of_it(tmp_path: Path) -> None:
    words = "every first Tuesday of the month; ask old@example.org"
    site = build_one(tmp_path, repeats=f"'{words}'")
    assert f"Repeats {words}" in main_of(site, PAGE)
    assert f"\n{words}\n" in only_event(site, "events/day/event.ics")["DESCRIPTION"]
    (entry,) = feed(site, "feeds/events.atom.xml").entries
    assert entry.summary.startswith(f"Tuesday 5 May 2026. E{words[1:]}. Online.")
    assert [path for path, data in site.items() if b"RRULE" in data or b"eventSchedule" in data] == []
    past = build_one(tmp_path, at("2026-06-01 12:00"), repeats=f"'{words}'")
    assert [path for path, data in past.items() if b"old@example.org" in data] == []
    assert "every first Tuesday of the month" in main_of(past, PAGE)


def test_an_event_is_to_come_then_under_way_then_past(tmp_path: Path) -> None:
    starts, ends = at("2026-05-05 14:00"), at("2026-05-05 16:00")
    for now, badge, listed in (
        (starts - SECOND, "To come", UPCOMING),
        (starts, "Under way", UPCOMING),
        (ends - SECOND, "Under way", UPCOMING),
        (ends, "Past", PAST),
    ):
        site = build_one(tmp_path, now, **HOURS)
        (shown,) = find(document(site, PAGE), "span", class_="badge")
        assert text_of(shown) == badge
        assert [path for path in (UPCOMING, PAST) if is_in(site, path)] == [listed]
        is_listed = listed == UPCOMING
        assert is_in(site, "index.html") is is_in(site, "organisations/example-network/index.html") is is_listed
        assert len(feed(site, "feeds/events.rss.xml").entries) == len(feed(site, "feeds/all.atom.xml").entries)
        assert bool(feed(site, "feeds/events.rss.xml").entries) is is_listed
        assert "https://hub.example/events/day/" in sitemap(site)


def test_registration_is_offered_up_to_its_last_second(tmp_path: Path) -> None:
    last = at("2026-05-01 00:00")
    before, after = (build_one(tmp_path, now, register=REGISTER) for now in (last - SECOND, last))
    assert "https://register.example.org/1" in links(document(before, PAGE))
    assert "Register by Thursday 30 April 2026" in main_of(before, UPCOMING)
    assert b"register.example.org" not in b"".join(after.values())
    assert "Registration closed on 30 April 2026, end of the day (Brussels time)." in main_of(after, PAGE)
    assert "Register by" not in main_of(after, UPCOMING)


def test_nothing_of_an_event_is_in_any_file_before_it_is_published(tmp_path: Path) -> None:
    appears = at("2026-03-20 09:00")
    files: dict[str, str | bytes] = {
        "events/quiet-day.md": make_event(
            "See [it](files/quiet-plan.pdf).\n",
            title="Quiet Day",
            published='"2026-03-20 09:00"',
            image="{file: images/quiet-house.jpg, alt: A house}",
            formerly="[quiet-old]",
        ),
        "news/bridge.md": make_news("See [that](events/quiet-day.md).\n"),
        "images/quiet-house.jpg": jpeg(600, 400),
        "files/quiet-plan.pdf": b"%PDF-1.4",
    }
    before, after = (build_files(tmp_path, files, now) for now in (appears - SECOND, appears))
    assert [path for path, data in before.items() if b"uiet-" in path.encode() + data or b"Quiet D" in data] == []
    assert {
        "events/quiet-day/index.html",
        "events/quiet-day/event.ics",
        "events/quiet-old/index.html",
        "media/files/quiet-plan.pdf",
        "pictures/images/quiet-house.jpg/600.avif",
    } <= after.keys()
    assert "/events/quiet-day/" in links(document(after, "news/bridge/index.html"))


def test_the_check_says_that_an_event_waits_on_the_site_alone(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"events/day.md": make_event(published="2026-04-01")})
    said = render_problems(checking.check(content, SITE, NOW).problems, Form.TEXT)
    assert said.startswith("content/events/day.md:4: published: the site keeps this back until 2026-04-01")


@pytest.mark.parametrize(
    ("status", "badge", "sentence", "schema"),
    [
        ("cancelled", "Cancelled", "This event was cancelled", "EventCancelled"),
        ("postponed", "Postponed", "This event was postponed", "EventPostponed"),
    ],
)
def test_what_does_not_take_place_is_kept_and_says_so(
    status: str, badge: str, sentence: str, schema: str, tmp_path: Path
) -> None:
    site = build_one(
        tmp_path, status=status, register=REGISTER, online="{url: https://meet.example.org/1}", title="Budgets"
    )
    assert main_of(site, PAGE).startswith(f"Home Events Budgets {sentence}")
    assert badge in main_of(site, UPCOMING)
    assert not {"https://register.example.org/1", "https://meet.example.org/1"} & {*links(document(site, PAGE))}
    assert feed(site, "feeds/events.atom.xml").entries[0].title == f"{badge}: Budgets"
    assert event_markup(site)["eventStatus"] == f"https://schema.org/{schema}"
    assert "/events/day/event.ics" not in links(document(site, PAGE))
    assert "events/day/event.ics" in site
    past = build_one(tmp_path, at("2026-06-01 12:00"), status=status)
    assert "It did not take place." in main_of(past, PAGE)
    assert is_in(past, PAST)


def test_a_past_event_is_without_contact_data(tmp_path: Path) -> None:
    fields = {
        "title": "Write to old@example.org",
        "summary": "Call +32 2 555 01 00.",
        "register": "{email: way-in@example.org}",
        "contacts": "[{name: Team, email: team@example.org, phone: +32 2 555 01 01}]",
        "speakers": "[{name: Ada Example}]",
    }
    body = "Ask [Ada](mailto:ada@example.org) or +32 2 555 01 02.\n"
    last = at("2026-05-06 00:00")
    before, after = (build_one(tmp_path, now, body, **fields) for now in (last - SECOND, last))
    secrets = (b"old@", b"555 01", b"way-in@", b"team@", b"ada@")
    assert all(secret in before[PAGE] for secret in secrets)
    assert [(path, secret) for path, data in after.items() for secret in secrets if secret in data] == []
    assert "Ada Example" in main_of(after, PAGE)
    assert "Its contact details were removed." in main_of(after, PAGE)


def test_the_list_is_grouped_by_month_and_the_archive_by_year(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"events/{name}.md": make_event(starts=starts)
        for name, starts in (
            ("b", "2026-06-02"),
            ("a", "2026-04-30"),
            ("c", "2026-06-01"),
            ("old", "2026-03-03"),
            ("older", "2025-12-31"),
        )
    }
    site = build_files(tmp_path, files)
    page = document(site, UPCOMING)
    assert [text_of(each) for each in find(page, "h2")][:2] == ["April 2026", "June 2026"]
    in_order = [link for link in links(page) if link.startswith("/events/") and link[8:9] in ("a", "b", "c")]
    assert in_order == ["/events/a/", "/events/c/", "/events/b/"]
    assert [text_of(each) for each in find(document(site, PAST), "h2")][:2] == ["2026", "2025"]


def test_the_archive_holds_all_on_its_pages_the_latest_first(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"events/e{day}.md": make_event(starts=f"2026-03-0{day}") for day in range(1, 8)}
    site = build_files(tmp_path, files, page_size=2)
    pages = pages_of_list(site, "events/past/")
    held = [link for page in pages for link in links(document(site, page)) if re.fullmatch("/events/e[1-7]/", link)]
    assert len(pages) > 1
    assert held == [f"/events/e{day}/" for day in range(7, 0, -1)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"starts": "2026-05-05", "ends": "2026-05-07"},
            {"startDate": "2026-05-05", "endDate": "2026-05-07"},
        ),
        (HOURS, {"startDate": "2026-05-05T14:00:00+02:00", "endDate": "2026-05-05T16:00:00+02:00"}),
        (
            {"online": "{url: https://meet.example.org/1}"},
            {
                "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
                "location": [{"@type": "VirtualLocation", "url": "https://meet.example.org/1"}],
            },
        ),
        (
            {"online": None, "place": "{city: Ghent, country: BE, street: Hall 1}"},
            {
                "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
                "location": [
                    {
                        "@type": "Place",
                        "name": "Hall 1",
                        "address": {
                            "@type": "PostalAddress",
                            "addressCountry": "BE",
                            "addressLocality": "Ghent",
                            "streetAddress": "Hall 1",
                        },
                    }
                ],
            },
        ),
        (
            {"place": "{city: Ghent, country: BE}"},
            {"eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode"},
        ),
    ],
)
def test_search_engines_are_told_when_and_how_it_is_held(
    changes: dict[str, str | None], expected: dict[str, Any], tmp_path: Path
) -> None:
    found = event_markup(build_one(tmp_path, **changes))
    assert {name: found.get(name) for name in expected} == expected
    assert found["eventStatus"] == "https://schema.org/EventScheduled"
    assert found["organizer"]["name"] == "Example Network"


def test_an_hour_without_an_end_has_none_for_machines(tmp_path: Path) -> None:
    assert "endDate" not in event_markup(build_one(tmp_path, starts='"2026-05-05 14:00"'))


def test_a_feed_says_when_and_where(tmp_path: Path) -> None:
    site = build_one(tmp_path, topics="[culture]", summary="Read it.", formerly="[old-day]", **HOURS)
    for path in ("feeds/events", "feeds/all", "feeds/topics/culture", "feeds/organisations/example-network"):
        (entry,) = feed(site, f"{path}.atom.xml").entries
        assert entry.id == "tag:hub.example,2026:event/old-day"
        assert entry.summary == "Tuesday 5 May 2026, 14:00 to 16:00 (Brussels time). Online. Read it."
    assert feed(site, "feeds/jobs.atom.xml").entries == []


def test_an_organisation_shows_the_events_of_its_parts(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "organisations/part.md": make_organisation(name="Part", part_of="example-network"),
        "events/day.md": make_event(organisations="[part]"),
    }
    assert is_in(build_files(tmp_path, files), "organisations/example-network/index.html")


def test_a_board_that_never_had_an_event_does_not_speak_of_any(tmp_path: Path) -> None:
    site = build_files(tmp_path, {"postings/x.md": make_posting(), "events/d.md": make_event(status="draft")})
    assert [path for path in site if "event" in path] == []
    assert b"/events/" not in b"".join(data for path, data in site.items() if path.endswith(".html"))


def test_the_frame_does_not_change_with_a_second_event(tmp_path: Path) -> None:
    one: dict[str, str | bytes] = {"postings/x.md": make_posting(), "events/a.md": make_event(starts="2026-03-01")}
    first, second = build_files(tmp_path, one), build_files(tmp_path, {**one, "events/b.md": make_event()})
    assert first["jobs/x/index.html"] == second["jobs/x/index.html"]
    assert "/events/" in links(document(first, "jobs/x/index.html"))


def test_an_event_has_one_page_and_is_listed_once_in_each_language(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "events/day.md": make_event(**HOURS),
        "events/jour.md": make_event(
            title="Budgets", lang="fr", translation_of="day", starts='"2026-05-05 14:00"', online=None
        ),
    }
    site = build_files(tmp_path, files, languages=("en", "fr"))
    assert "/events/day/" in links(document(site, UPCOMING))
    assert "/events/jour/" not in links(document(site, UPCOMING))
    french = document(site, "fr/events/index.html")
    assert "/events/jour/" in links(french)
    assert "mardi 5 mai 2026 de 14 h 00 à 16 h 00, heure de Bruxelles" in [
        text_of(each) for each in find(french, "time")
    ]
    assert "Mai 2026" in [text_of(each) for each in find(french, "h2")]
    assert "/events/day/" in links(document(site, "events/jour/index.html"))


def test_an_incremental_build_at_each_instant_is_the_same_as_a_clean_one(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"events/day.md": make_event(register=REGISTER, **HOURS)})
    for hour in ("2026-03-16 12:00", "2026-05-01 00:00", "2026-05-05 14:00", "2026-05-05 16:00"):
        clean = tmp_path / hour.replace(":", "")
        assert build_site(content, at(hour)) == build_site(content, at(hour), output=clean / "o", cache=clean / "c")


def test_a_topic_shows_its_events_and_an_event_leads_to_its_topics(tmp_path: Path) -> None:
    site = build_one(tmp_path, topics="[culture]")
    assert is_in(site, "topics/culture/index.html")
    assert "/topics/culture/" in links(document(site, PAGE))
    assert "#events" in links(document(site, "organisations/example-network/index.html"))


@pytest.mark.parametrize("was", ["cancelled", "postponed"])
def test_an_event_that_takes_place_after_all_says_so_and_is_off_until_then(was: str, tmp_path: Path) -> None:
    on = at("2026-03-14 09:00")
    changes = {"reopened": f'{{on: "2026-03-14 09:00", was: {was}}}', "register": REGISTER}
    before, after = (build_one(tmp_path, now, **changes) for now in (on - SECOND, on))
    assert f"This event was {was}" in main_of(before, PAGE)
    assert "register.example.org" not in main_of(before, PAGE)
    assert "after all" not in main_of(before, PAGE)
    told = f"It had been {was}, and takes place after all (changed on 14 March 2026)"
    assert told in main_of(after, PAGE)
    assert "register.example.org" in main_of(after, PAGE)
    assert event_markup(after)["eventStatus"] == "https://schema.org/EventScheduled"
    (entry,) = feed(after, "feeds/changes.atom.xml").entries
    assert entry.title == "Takes place after all: Budgets for residents (Example Network)"
    assert entry.summary == "It takes place after all. Tuesday 5 May 2026. Online."
    assert entry.id == "tag:hub.example,2026:change/day/reinstated/20260314T080000Z"
    assert feed(before, "feeds/changes.atom.xml").entries == []
