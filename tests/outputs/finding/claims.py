"""What the files of the filter claim, and what is true of that, for the rules of `tests/outputs/rules.py`."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from jobboard.board.board import BoardPosting
from jobboard.board.status import to_zone
from jobboard.model.moments.moment import Moment
from jobboard.model.texts.towns import town_key
from tests.outputs.expected import Where, facets
from tests.outputs.finding.decoding import Site, facet_rows, facets_of, title_rows, titles_of
from tests.outputs.lifecycles import BOARD_SITE, CHANGES_OF_DEADLINE, EARLIER_LIVES
from tests.outputs.truth import Truth, family, instant, is_rolling, newness


def facets_claims(site: Site, _path: str) -> dict[str, Any]:
    """Every open posting as the filter knows it, in its order; whom each employer is part of; which are one posting."""
    told = facets_of(site)
    ids = [id_ for id_, _ in title_rows(titles_of(site))]
    employers = told["fields"]["organisation"]["values"]
    return {
        "rows": list(zip(ids, facet_rows(told), strict=True)),
        "above": dict(zip(employers, told["above"], strict=True)),
        "groups": {tuple(ids[place] for place in each) for each in told["groups"]},
        "languages": told["languages"],
        "is the pair of today": {told["name"]} == {json.loads(site["build.json"])["filter"]},
    }


def titles_claims(site: Site, _path: str) -> dict[str, Any]:
    told = titles_of(site)
    is_today = told["name"] == json.loads(site["build.json"])["filter"]
    return {"rows": title_rows(told), "is the pair of today": is_today}


def true_facets(truth: Truth, _where: Where) -> dict[str, Any]:
    """All that is open, whatever language it is written in: soonest deadline first, rolling ones last."""
    listed = _listed(truth)
    hiring = {each for posting in listed for each in family(posting)}
    above = {"platform": ["example-network"]}
    return {
        "rows": [(each.id, _row(each)) for each in listed],
        "above": {each: above.get(each, []) for each in hiring},
        "groups": {("gestionnaire", "caretaker")}
        if {"gestionnaire", "caretaker"} <= {it.id for it in listed}
        else set(),
        "languages": list(BOARD_SITE.languages),
        "is the pair of today": True,
    }


def true_titles(truth: Truth, _where: Where) -> dict[str, Any]:
    return {"rows": [(each.id, each.content.title) for each in _listed(truth)], "is the pair of today": True}


def _listed(truth: Truth) -> list[BoardPosting]:
    return sorted(truth.open, key=lambda each: (is_rolling(each), each.life.closes_at, newness(each)))


def _row(it: BoardPosting) -> dict[str, Any]:
    content, life, zone = it.content, it.life, to_zone(it.deadline_zone)
    has_one = {facet: value for facet, value in facets(it) if facet in ("kind", "workplace")}
    towns = [
        f"{place.country.lower()}-{town_key(place.country, place.city)}" if place.city else place.country.lower()
        for place in content.place
    ]
    deadline = content.deadline if isinstance(content.deadline, Moment) else None
    return {
        "kind": (has_one["kind"],),
        "topic": tuple(topic.id for topic in it.topics),
        "country": tuple(dict.fromkeys(place.country.lower() for place in content.place)),
        "town": tuple(towns),
        "workplace": (has_one["workplace"],) if "workplace" in has_one else (),
        "from": (),
        "language": (it.lang,),
        "organisation": tuple(each.id for each in it.organisations),
        "contract": (),
        "permit": (),
        "asked": (),
        "lang": (it.lang,),
        "zone": ("Etc/GMT+12" if it.deadline_zone == "AoE" else it.deadline_zone,),
        "closes": life.closes_at,
        "soon": life.closing_soon_at,
        "deadline": deadline.ends_at(zone) if deadline else None,
        "last day": (life.closes_at - timedelta(minutes=1)).astimezone(zone).date(),
        "published": life.opens_at.astimezone(to_zone(it.zone)).date(),
        "pay": None,
        "change": _change(it),
        "has minute": bool(deadline and deadline.time),
    }


def _change(it: BoardPosting) -> str:
    """By hand: it is in its second life, or its deadline was changed to another."""
    if it.id in EARLIER_LIVES and it.life.since > instant(EARLIER_LIVES[it.id][0]):
        return "again"
    told = {"extended": "extended", "brought-forward": "forward", "reopened": "extended"}
    found = [told[what] for id_, what in CHANGES_OF_DEADLINE if id_ == it.id and what in told]
    return "" if it.id == "overdue" else "".join(found)  # it was to be looked at again, and had no deadline
