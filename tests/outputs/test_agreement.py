"""Every output says the same of every posting at every instant, and what it says follows from `status_at`."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jobboard.board.changes.next_change import changes_around
from jobboard.board.status import Status
from jobboard.outputs.plan import site as plan
from jobboard.outputs.plan.search import plan_sitemap
from jobboard.source.kinds import RESERVED
from tests.helpers import NOW, build_site, project_theme, write_site
from tests.outputs import claims, expected
from tests.outputs.lifecycles import (
    BOARD_SITE,
    EARLIER_ENDS_AS,
    EARLIER_LIVES,
    ENDS_AS,
    FILES,
    INSTANTS,
    LIVES,
    POSTINGS_MOVED,
)
from tests.outputs.rules import rule_for
from tests.outputs.site_at import SiteAt, no_media
from tests.outputs.truth import NEWS, Truth, instant, is_rolling


@pytest.fixture(scope="module")
def site_at(tmp_path_factory: pytest.TempPathFactory) -> SiteAt:
    return SiteAt(write_site(tmp_path_factory.mktemp("agreement") / "content", FILES), BOARD_SITE)


@pytest.fixture
def truth_at(site_at: SiteAt) -> Callable[[datetime], Truth]:
    postings = site_at.board(NOW).postings
    return lambda now: Truth(tuple(sorted(postings, key=lambda each: each.id)), now)


at_every_instant = pytest.mark.parametrize("now", INSTANTS, ids=lambda now: f"{now:%Y-%m-%dT%H:%M:%S}")


def test_each_posting_has_the_instants_worked_out_by_hand(site_at: SiteAt) -> None:
    lives = {each.id: each.lives for each in site_at.board(NOW).postings if not each.life.is_draft}
    for by_hand, ends_as, these in (
        (LIVES, ENDS_AS | {"unfunded": "other"}, {id_: each[-1] for id_, each in lives.items()}),
        (EARLIER_LIVES, EARLIER_ENDS_AS, {id_: each[0] for id_, each in lives.items() if len(each) > 1}),
    ):
        found = {id_: (life.since, life.closing_soon_at, life.closes_at) for id_, life in these.items()}
        assert found == {id_: tuple(map(instant, life)) for id_, life in by_hand.items()}
        assert {id_: life.closed_early.value for id_, life in these.items() if life.closed_early} == ends_as


def test_the_instants_show_every_status(site_at: SiteAt, truth_at: Callable[[datetime], Truth]) -> None:
    found = {truth.status(each) for truth in map(truth_at, INSTANTS) for each in truth.postings}
    assert found == set(Status)
    assert len(INSTANTS) >= 20


@at_every_instant
def test_every_output_is_read_and_agrees(now: datetime, site_at: SiteAt, truth_at: Callable[[datetime], Truth]) -> None:
    site, truth = site_at.files(now), truth_at(now)
    unknown, wrong = [], {}
    for path in site:
        found = rule_for(path)
        if found is None:
            unknown.append(path)
            continue
        rule, where = found
        if rule.told and rule.true:
            told, true = rule.told(site, path), rule.true(truth, where)
            if told != true:
                wrong[path] = told, true
    assert unknown == [], "say in tests/outputs/rules.py what these outputs claim"
    assert wrong == {}


@at_every_instant
def test_every_address_is_there_that_should_be(
    now: datetime, site_at: SiteAt, truth_at: Callable[[datetime], Truth]
) -> None:
    """A page for each visible posting and each address it had, its deadline, its feeds; and none for any other."""
    site, truth = site_at.files(now), truth_at(now)
    names = {each.id: [each.id, *each.content.formerly] for each in truth.visible}
    dated = [each.id for each in truth.visible if not is_rolling(each) or each.content.deadline_was]
    news = truth.news(is_listed=False)
    paths = {f"jobs/{name}/index.html" for each in names.values() for name in each}
    paths |= {f"jobs/{name}/card.png" for each in names.values() for name in each}
    paths |= {f"jobs/{name}/deadline.ics" for id_ in dated for name in names[id_]}
    framed = {
        f"{reader}/jobs/{name}/index.html"
        for each in truth.visible
        for reader in BOARD_SITE.languages
        for name in names[each.id]
        if reader != expected.own_edition(each)
    }
    paths |= {
        f"news/{id_}/{file}"
        for id_ in [*news, *(["burrow"] if "tunnel" in news else [])]
        for file in ("index.html", "card.png")
    }
    scopes = expected.feed_scopes(truth) | {"organisations/corporation"}
    paths |= {f"feeds/{scope}.{form}" for scope in scopes for form in ("rss.xml", "atom.xml", "json")}
    assert {
        path for path in site if re.fullmatch(rf"(?:en|fr)/jobs/(?:{'|'.join(LIVES | POSTINGS_MOVED)})/.*", path)
    } == framed
    lists = "|".join(sorted(RESERVED["postings"] | RESERVED["news"]))
    items = rf"(jobs|news)/(?!(?:{lists})/)[^/]+/(index.html|card.png|deadline.ics)|feeds/.*(?<!/index.html)"
    assert {path for path in site if re.fullmatch(items, path)} == paths


@at_every_instant
def test_no_output_names_what_nobody_may_see(
    now: datetime, site_at: SiteAt, truth_at: Callable[[datetime], Truth]
) -> None:
    """Nothing of what is scheduled or a draft; no address of a person once a posting is closed.

    The files of the form for writing depend on no item (`tests/outputs/form/`), and hold words that ids have.
    """
    truth = truth_at(now)
    hidden = [each.id for each in truth.hidden]
    hidden += [id_ for id_ in (*NEWS, "hushed") if id_ not in truth.news(is_listed=False)]
    shut = [each for each in truth.postings if not truth.status(each).is_listed]
    contacts = [f"ask-{each.id}@" for each in shut] + [f"apply-{each.id}@" for each in shut]
    searched = re.compile("|".join(map(re.escape, [*hidden, *contacts])).encode())
    site = {path: data for path, data in site_at.files(now).items() if not re.match("theme/|(?:fr/)?write/", path)}
    text = {path: path.encode() + data.replace(b"\r\n ", b"") for path, data in site.items()}
    found = {path: match.group() for path, data in text.items() if (match := searched.search(data))}
    assert found == {}


@pytest.mark.parametrize("now", INSTANTS[::5])
def test_a_sitemap_in_parts_says_the_same(
    now: datetime, site_at: SiteAt, truth_at: Callable[[datetime], Truth], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "plan_sitemap", functools.partial(plan_sitemap, most=8))
    board = site_at.board(now)
    outputs = plan.plan_site(board, changes_around(board), project_theme(), {}, no_media)
    site = {each.path: each.express() for each in outputs if each.path.startswith("sitemap")}
    assert len(site) > 4
    assert claims.sitemap_claims(site, "sitemap.xml") == expected.sitemap(truth_at(now), {})


def test_the_site_on_the_disk_is_the_site_that_was_read(site_at: SiteAt, tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", FILES)
    on_disk = build_site(content, NOW, site=BOARD_SITE)
    del on_disk[".jobboard-files"]
    assert on_disk == site_at.files(NOW)
