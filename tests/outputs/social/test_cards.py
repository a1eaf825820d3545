"""Who has which social card, when it is drawn anew, and that an address once given stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from jobboard.engine.write import Summary
from jobboard.outputs.social.card import SocialCard
from jobboard.outputs.social.drawing import drawn
from jobboard.outputs.text.cached import forget_content
from jobboard.pipeline.build import Job, bring_up_to_date
from jobboard.pipeline.session import Session
from tests.helpers import (
    NOW,
    SITE,
    at,
    build_site,
    make_event,
    make_news,
    make_organisation,
    make_posting,
    project_theme,
    read_tree,
    write_site,
)

FILES = {
    "organisations/example-network.md": make_organisation(colour='"#c2185b"'),
    "organisations/guild.md": make_organisation(name="Guild", formerly="[corporation]"),
    "postings/x.md": make_posting(formerly="[called]"),
    "postings/y.md": make_posting(title="Data Officer", organisation="guild", deadline="2026-06-30"),
    "news/x.md": make_news(expires="2026-04-20"),
    "events/x.md": make_event(),
}
SHARED = SocialCard(names="Example Network", colour="#c2185b", site="Example Hub")
NETWORK = SocialCard(title="Example Network", names="example.org", colour="#c2185b", site="Example Hub")
GUILD = SocialCard(title="Guild", names="example.org", site="Example Hub")
POSTING = changed(SHARED, kind="Job", title="Data Analyst", moment="Apply by 31 March 2026")
OFFICER = SocialCard(
    kind="Job", title="Data Officer", names="Guild", moment="Apply by 30 June 2026", site="Example Hub"
)
NEWS = changed(SHARED, kind="News", title="A bridge opens", moment="2 March 2026")
EVENT = changed(SHARED, kind="Event", title="Budgets for residents", moment="Tuesday 5 May 2026")
HOME = SocialCard(title="Example Hub", names="Jobs and news of example networks.", site="hub.example")
CARDS = {
    "card.png": HOME,
    "organisations/example-network/card.png": NETWORK,
    "organisations/guild/card.png": GUILD,
    "organisations/corporation/card.png": GUILD,
    "jobs/x/card.png": POSTING,
    "jobs/called/card.png": POSTING,
    "jobs/y/card.png": OFFICER,
    "news/x/card.png": NEWS,
    "events/x/card.png": EVENT,
}
KEY = b"a key"
ARABIC = "محلل بيانات"


def cards_of(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.endswith("card.png")}


def cards_at(folder: Path, now: datetime = NOW, **files: str) -> dict[str, bytes]:
    """The cards of a board, `files` by path with `__` for a slash."""
    named = {f"{name.replace('__', '/')}.md": text for name, text in files.items()}
    return cards_of(build_site(write_site(folder / "content", {**FILES, **named}), now))


def build(folder: Path, files: Mapping[str, str], now: datetime = NOW) -> Summary:
    """As a process of its own does."""
    forget_content()
    write_site(folder / "content", files)
    job = Job(
        site=SITE,
        now=now,
        theme=project_theme(),
        content=folder / "content",
        output=folder / "output",
        cache=folder / "cache",
    )
    return bring_up_to_date(job, session=Session(KEY)).summary


def test_every_item_organisation_and_edition_has_a_card_under_every_name_it_had(tmp_path: Path) -> None:
    assert cards_at(tmp_path) == {path: drawn(card) for path, card in CARDS.items()}


@pytest.mark.parametrize(
    ("now", "over"),
    [
        ("2026-03-31 23:59", set()),
        ("2026-04-01 00:00", {"jobs/x", "jobs/called"}),
        ("2026-04-21 00:00", {"jobs/x", "jobs/called"}),  # the news has left the lists, and is as true as before
        ("2026-05-06 00:00", {"jobs/x", "jobs/called", "events/x"}),
        ("2028-05-06 00:00", {"jobs/x", "jobs/called", "jobs/y", "events/x"}),
    ],
)
def test_what_is_over_keeps_its_address_and_shows_its_organisation(now: str, over: set[str], tmp_path: Path) -> None:
    found = cards_at(tmp_path, at(now))
    assert found.keys() == CARDS.keys()
    for path, card in CARDS.items():
        whose = GUILD if path == "jobs/y/card.png" else NETWORK
        assert found[path] == drawn(whose if path.removesuffix("/card.png") in over else card), path


@pytest.mark.parametrize(
    ("fields", "moment"),
    [
        ({"deadline": '"2026-03-31 17:00"'}, "Apply by 31 March 2026, 17:00 (Brussels time)"),
        ({"deadline": "rolling", "review_by": "2026-06-30"}, ""),
        ({"timezone": "AoE"}, "Apply by 31 March 2026"),
    ],
    ids=["a minute", "rolling", "anywhere on Earth"],
)
def test_a_card_says_until_when_one_may_apply(fields: dict[str, str], moment: str, tmp_path: Path) -> None:
    found = cards_at(tmp_path, postings__x=make_posting(**fields))
    assert found["jobs/x/card.png"] == drawn(changed(POSTING, moment=moment))


def test_an_event_that_is_cancelled_says_so(tmp_path: Path) -> None:
    found = cards_at(tmp_path, events__x=make_event(status="cancelled"))
    assert found["events/x/card.png"] == drawn(changed(EVENT, title="Cancelled: Budgets for residents"))


def test_several_employers_are_all_named_and_the_first_gives_the_colour(tmp_path: Path) -> None:
    found = cards_at(tmp_path, postings__x=make_posting(organisation="[example-network, guild]"))
    assert found["jobs/x/card.png"] == drawn(changed(POSTING, names="Example Network and Guild"))


def test_a_title_without_letters_here_gives_way_to_the_organisation_and_that_to_the_site(tmp_path: Path) -> None:
    arabic = make_posting(title=ARABIC, lang="ar")
    found = cards_at(tmp_path, postings__x=arabic)
    assert found["jobs/x/card.png"] == drawn(NETWORK)
    found = cards_at(tmp_path, postings__x=arabic, **{"organisations__example-network": make_organisation(name=ARABIC)})
    assert found["jobs/x/card.png"] == found["organisations/example-network/card.png"]
    assert found["jobs/x/card.png"] == drawn(SocialCard(title="Example Hub"))


def test_a_site_without_letters_here_has_a_card_without_words(tmp_path: Path) -> None:
    site = replace(SITE, name=ARABIC)
    found = cards_of(build_site(write_site(tmp_path / "content", FILES), site=site))
    assert found["card.png"] == drawn(SocialCard())
    assert found["jobs/x/card.png"] == drawn(changed(POSTING, site=""))


def test_a_card_is_drawn_anew_only_where_it_would_read_differently(tmp_path: Path) -> None:
    build(tmp_path, FILES)
    for changes, drawn_anew in (
        ({"body": "Another text.\n", "formerly": "[called]"}, set()),
        ({"formerly": "[called]", "contract": "{type: permanent}"}, set()),
        ({"formerly": "[called]", "title": "Data Clerk"}, {"jobs/x/card.png", "jobs/called/card.png"}),
    ):
        stale = build(tmp_path, {**FILES, "postings/x.md": make_posting(**changes)}).stale
        assert stale
        assert {path for path in stale if path.endswith("card.png")} == drawn_anew
    build(tmp_path / "clean", {**FILES, "postings/x.md": make_posting(**changes)})
    assert read_tree(tmp_path / "output") == read_tree(tmp_path / "clean/output")


def test_a_deadline_that_comes_near_draws_nothing_and_one_that_passes_one_card(tmp_path: Path) -> None:
    build(tmp_path, FILES)
    for now, drawn_anew in (
        ("2026-06-29 12:00", {"jobs/x/card.png", "jobs/called/card.png", "events/x/card.png"}),
        ("2026-06-30 23:59", set()),
        ("2026-07-01 00:00", {"jobs/y/card.png"}),
        ("2028-07-01 00:00", set()),
    ):
        stale = build(tmp_path, FILES, at(now)).stale
        assert {path for path in stale if path.endswith("card.png")} == drawn_anew, now


def test_an_organisation_that_is_renamed_has_its_cards_drawn_anew(tmp_path: Path) -> None:
    build(tmp_path, FILES)
    renamed = {**FILES, "organisations/guild.md": make_organisation(name="Guild of Towns", formerly="[corporation]")}
    stale = build(tmp_path, renamed).stale
    assert {path for path in stale if path.endswith("card.png")} == {
        "organisations/guild/card.png",
        "organisations/corporation/card.png",
        "jobs/y/card.png",
    }
