"""Which output claims what: every path of a site falls under one rule, and each rule knows what is true.

A new kind of output needs a rule here; `test_agreement.py` fails on a path that no rule knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.outputs import claims, expected
from tests.outputs.claims import Site
from tests.outputs.expected import Where
from tests.outputs.finding.claims import facets_claims, titles_claims, true_facets, true_titles
from tests.outputs.lifecycles import LIVES, POSTINGS_MOVED
from tests.outputs.numbers.claims import (
    numbers_file_claims,
    numbers_page_claims,
    true_figures,
    true_numbers_page,
)
from tests.outputs.truth import Truth


@dataclass(frozen=True, slots=True)
class Rule:
    """How an output at a path is read, and what it must say. Both are None for outputs that speak of no posting."""

    pattern: str
    told: Callable[[Site, str], Any] | None = None
    true: Callable[[Truth, Where], Any] | None = None


def rule_for(path: str) -> tuple[Rule, dict[str, str]] | None:
    """The rule a path falls under, with what it names; None if there is none."""
    for rule in RULES:
        match = re.fullmatch(rule.pattern, path)
        if match:
            found = {name: value for name, value in match.groupdict().items() if value is not None}
            return rule, {"lang": "en", **found}
    return None


_EDITION, _FRAME, _PAGE = "(?:(?P<lang>fr)/)?", "(?P<reader>en|fr)/", r"(?:page/[0-9a-f]{10}/)?index\.html"
_MOVED = "|".join(POSTINGS_MOVED)

RULES = (
    Rule(f"{_EDITION}index.html", claims.home_claims, expected.home),
    Rule(f"{_EDITION}jobs/(?:(?P<view>newest|closing-soon)/)?{_PAGE}", claims.listing_claims, expected.listing),
    Rule(
        f"{_EDITION}jobs/(?P<facet>kind|country|topic|language|workplace)/(?P<value>[^/]+)/{_PAGE}",
        claims.listing_claims,
        expected.listing,
    ),
    Rule(f"{_EDITION}jobs/browse/index.html", claims.browse_claims, expected.browse),
    Rule(
        rf"{_EDITION}jobs/(?P<facet>kind|country|topic|language|workplace)/index\.html",
        claims.browse_claims,
        expected.browse,
    ),
    Rule(f"{_EDITION}jobs/closed/index.html", claims.archive_years, expected.archive_years),
    Rule(
        rf"{_EDITION}jobs/closed/(?P<year>\d+)/{_PAGE}",
        lambda *it: sorted(claims.listing_claims(*it)[0]),
        expected.archive,
    ),
    Rule(rf"jobs/(?P<old>{_MOVED})/index\.html", claims.moved_claims, expected.moved_posting),
    Rule(rf"jobs/(?P<id>{'|'.join(LIVES)})/index\.html", claims.page_claims, expected.posting_page),
    Rule(rf"{_FRAME}jobs/(?P<old>{_MOVED})/index\.html", claims.moved_claims, expected.moved_frame),
    Rule(rf"{_FRAME}jobs/(?P<id>{'|'.join(LIVES)})/index\.html", claims.frame_claims, expected.frame),
    Rule(rf"jobs/(?P<id>{'|'.join(LIVES)})/index\.md", claims.twin_claims, expected.twin),
    Rule(r"llms\.txt", claims.llms_claims, expected.llms),
    Rule(r"jobs/(?P<id>[^/]+)/deadline\.ics", claims.calendar_claims, expected.own_calendar),
    Rule(r"jobs/(?P<id>[^/]+)/card\.png", claims.social_claims, expected.social_card),
    Rule(
        rf"{_EDITION}organisations/(?P<id>example-network|platform|guild)/index\.html",
        claims.cards,
        expected.organisation,
    ),
    Rule(
        rf"{_EDITION}organisations/(?P<id>example-network|platform|guild)/jobs/{_PAGE}",
        claims.listing_claims,
        expected.organisation_jobs,
    ),
    Rule(rf"{_EDITION}embed/organisations/(?P<id>[^/]+)/index\.html", claims.listing_claims, expected.embedded),
    Rule(rf"{_EDITION}embed/organisations/(?P<id>[^/]+)/list\.html", claims.taken_in, expected.taken_in),
    Rule(rf"{_EDITION}topics/(?P<id>[^/]+)/index\.html", claims.cards, expected.topic),
    Rule(rf"{_EDITION}feeds/changes\.(?:rss\.xml|atom\.xml|json)", claims.change_claims, expected.changes),
    Rule(
        rf"{_EDITION}feeds/(?P<scope>all|jobs|news|(?:organisations|topics|kind|country|workplace|language)/[^/.]+)\.(?P<form>rss.xml|atom.xml|json)",
        claims.feed_claims,
        expected.feed,
    ),
    Rule(rf"{_EDITION}calendars/deadlines\.ics", claims.calendar_claims, expected.calendar),
    Rule(rf"{_EDITION}calendars/organisations/(?P<id>[^/]+)\.ics", claims.calendar_claims, expected.calendar),
    Rule(r"sitemap\.xml", claims.sitemap_claims, expected.sitemap),
    Rule(r"sitemap-\d+\.xml"),  # read with the first
    Rule(r"jobs\.xml", claims.indeed_claims, expected.indeed),
    Rule(r"jobs-jooble\.xml", claims.jooble_claims, expected.jooble),
    Rule(r"jobs/facets\.json", facets_claims, true_facets),
    Rule(r"jobs/titles\.json", titles_claims, true_titles),
    Rule(r"jobs\.json", claims.data_claims, expected.data),
    Rule(r"jobs\.csv", claims.table_claims, expected.table),
    Rule(r"news\.json", claims.news_data_claims, expected.news_data),
    Rule(rf"{_EDITION}news/{_PAGE}", claims.news_claims, expected.news),
    Rule(rf"{_EDITION}news/(?:kind|year)/[^/]+/{_PAGE}", claims.news_claims, expected.news),
    Rule(rf"{_EDITION}news/(?:kind|year)/index\.html", claims.browse_sum, expected.number_of_news),
    Rule(r"search/(?P<year>\d{4})\.json", claims.search_claims, expected.search),
    Rule(r"numbers/numbers\.csv", numbers_file_claims, true_figures),
    Rule(rf"{_EDITION}numbers/index\.html", numbers_page_claims, true_numbers_page),
    Rule(rf"{_EDITION}subscribe/index\.html", claims.followed, expected.subscriptions),
    Rule(rf"{_EDITION}feeds\.opml", claims.opml_claims, expected.opml),
    Rule(r"_redirects", claims.redirects, expected.redirects),
    Rule(r"build\.json", claims.build_claims, expected.build_info),
    # What speaks of no posting.
    Rule(rf"{_EDITION}(?:jobs|news|organisations)/(?:[^/]+/)*page/(?:\d{{1,3}}/)?index\.html"),  # leads on to its list
    Rule(rf"{_EDITION}(?:feeds|calendars)/(?:[^/]+/)*index\.html"),  # leads on to where one subscribes
    Rule(rf"{_EDITION}embed/(?:organisations/)?index\.html"),  # leads on to home
    Rule(r"en/(?:jobs/|news/)?index\.html"),  # lead on to home and the lists
    Rule(rf"(?:{_FRAME})?news/(?:bridge|tunnel|burrow)/index\.html"),
    Rule(rf"{_EDITION}organisations/corporation/index\.html"),
    Rule(rf"{_EDITION}card\.png|(?:news|organisations)/[^/]+/card\.png"),
    Rule(rf"{_EDITION}organisations/index\.html", claims.tile_claims, expected.open_by_organisation),
    Rule(rf"{_EDITION}404\.html"),
    Rule(rf"{_EDITION}(?:search|saved)/index\.html|search/standing\.json"),
    Rule(rf"{_EDITION}write/(?:(?:help/)?index\.html|[a-z]+\.json|help/[a-z]+\.[a-z]{{2}}\.webp)"),
    Rule(rf"{_EDITION}topics/index\.html"),
    Rule(rf"{_EDITION}(?:news|organisations)/[^/]+/index\.md"),
    Rule(r"robots\.txt|_headers|organisations\.json|(?:jobs|news|organisations)\.schema\.json"),
    Rule(r"theme/.+"),
)
