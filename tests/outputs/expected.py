"""What each kind of output must say of postings, given the truth at an instant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from jobboard.board.board import BoardPosting
from jobboard.board.status import Status, to_zone
from jobboard.model.fields.values import AOE
from jobboard.outputs.text.words import STATUSES
from jobboard.source.catalogue import said
from tests.outputs.claims import Card
from tests.outputs.lifecycles import BOARD_SITE, POSTINGS_MOVED
from tests.outputs.truth import NEWS, Truth, family, is_rolling, last_day

Where = Mapping[str, str]
"""What a path names: `lang` of its edition, `id` of an item, …"""


def posting_page(truth: Truth, where: Where) -> Any:
    """Everything on the page of a posting follows from its status and its instants."""
    it = _one(truth.visible, where["id"])
    status = truth.status(it)
    is_open, original = status.is_listed, truth.original(it)
    is_told = is_open and not is_rolling(it) and not it.life.closed_early
    return {
        "speaks": own_edition(it),
        "canonical": [_url(it)],
        "status": status,
        "badges": {status},
        "closes": utc(it.life.closes_at),
        "soon": utc(it.life.closing_soon_at) if is_open else "",
        "ages": {(_browser_zone(it), f"{_last_minute(it):%H}", f"{_last_minute(it):%M}")} if is_told else set(),
        "is found": is_open,
        "applies to": {f"apply-{it.group}@example.org"} if is_open else set(),
        "says closed": not is_open,
        "will say closed": is_open,
        "has a text": status is not Status.ARCHIVED,
        "calendar": [f"/jobs/{it.id}/deadline.ics"] if is_open and not is_rolling(it) else [],
        "valid through": [it.life.closes_at] if is_open and it.content.kind in ("job", "traineeship") else [],
        "translations": [f"/jobs/{each.id}/" for each in truth.visible if each.group == original.group and each != it],
    }


def twin(truth: Truth, where: Where) -> Any:
    """The same as its page, in the words of the edition that has the page."""
    it = _one(truth.visible, where["id"])
    status = truth.status(it)
    return {
        "says": said(own_edition(it), STATUSES[status]),
        "closes": [] if status.is_listed and is_rolling(it) else [utc(it.life.closes_at)],
        "applies to": {f"apply-{it.group}@example.org"} if status.is_listed else set(),
        "says whom to ask": status.is_listed,
        "leads to": _url(it),
    }


def llms(truth: Truth, _where: Where) -> Any:
    """The newest open postings, in that order, as far as they are named."""
    newest = truth.newest("en")
    return [
        (f"{_url(each)}index.md", said("en", STATUSES[truth.status(each)]), utc(each.life.closes_at)) for each in newest
    ], len(newest)


def frame(truth: Truth, where: Where) -> Any:
    """What the page says, in the reader's language, and nothing for search engines; where there is a translation into
    that, the way to it."""
    it, reader = _one(truth.visible, where["id"]), where["reader"]
    others = [each for each in truth.visible if each.group == it.group and each != it]
    if translations := [each for each in others if each.lang == reader]:
        return {"leads to": {f"/jobs/{each.id}/" for each in translations}, "is found": False}
    return {
        **posting_page(truth, where),
        "speaks": reader,
        "valid through": [],
        "translations": [shown_at(each, reader) for each in others],
    }


def moved_frame(truth: Truth, where: Where) -> Any:
    it = _one(truth.visible, POSTINGS_MOVED[where["old"]])
    return {"leads to": {shown_at(it, where["reader"])}, "is found": False}


def social_card(truth: Truth, where: Where) -> Any:
    """An open posting has a card of its own; a closed one that of who hired, under all names that one ever had."""
    it = _one(truth.visible, POSTINGS_MOVED.get(where["id"], where["id"]))
    first = it.organisations[0].id
    names = {first, *(["corporation"] if first == "guild" else [])}
    return set() if truth.status(it).is_listed else names


def moved_posting(truth: Truth, where: Where) -> Any:
    """An address of before is only there when the posting is."""
    return {"leads to": {f"/jobs/{_one(truth.visible, POSTINGS_MOVED[where['old']]).id}/"}, "is found": False}


def listing(truth: Truth, where: Where) -> Any:
    """Every open posting the listing is for, in its order, as it is; and their number."""
    match where.get("view"):
        case "newest":
            found = truth.newest(where["lang"])
        case "closing-soon":
            found = truth.closing_soon(where["lang"])
        case _:
            found = truth.listed(where["lang"], lambda each: _has(each, where.get("facet"), where.get("value", "")))
    return cards(truth, found), {len(found)}


def browse(truth: Truth, where: Where) -> Any:
    found = Counter(facet for each in truth.listed(where["lang"]) for facet in facets(each))
    named = where.get("facet")
    return {f"{facet}/{value}/": number for (facet, value), number in found.items() if named in (None, facet)}


def home(truth: Truth, where: Where) -> Any:
    newest, soon = truth.newest(where["lang"]), truth.closing_soon(where["lang"])[:3]
    others = [each for each in newest if each not in soon]
    kinds = {path: number for path, number in browse(truth, where).items() if path.startswith("kind/")}
    return cards(truth, [*soon, *others][:8]), len(newest), kinds, open_by_organisation(truth, where)


def open_by_organisation(truth: Truth, where: Where) -> Any:
    """How many open postings each organisation has that has some, those of its parts among them."""
    return dict(Counter(id_ for each in truth.listed(where["lang"]) for id_ in family(each)))


def archive_years(truth: Truth, _where: Where) -> Any:
    return {each.life.last_day.year for each in truth.visible if truth.status(each).is_closed}


def archive(truth: Truth, where: Where) -> Any:
    """The closed ones of a year: the last to close first on the last page, as pages are numbered from the oldest."""
    return sorted(cards(truth, truth.closed(where["lang"], int(where["year"]))))


def organisation(truth: Truth, where: Where) -> Any:
    """The first of its open postings; the others are on a list of their own."""
    return cards(truth, truth.listed(where["lang"], lambda each: where["id"] in family(each))[: BOARD_SITE.page_size])


def organisation_jobs(truth: Truth, where: Where) -> Any:
    found = truth.listed(where["lang"], lambda each: where["id"] in family(each))
    return cards(truth, found), {len(found)}


def embedded(truth: Truth, where: Where) -> Any:
    """The first of its open postings, for its own site, and how many there are; by every id it ever had."""
    found = _of_organisation(truth, where)
    return cards(truth, found[: BOARD_SITE.page_size]), {len(found)}


def taken_in(truth: Truth, where: Where) -> Any:
    """The same for a server: where each is, and the instant it closes at."""
    shown = _of_organisation(truth, where)[: BOARD_SITE.page_size]
    return [(f"{BOARD_SITE.url}{shown_at(each, where['lang'])}", utc(each.life.closes_at)) for each in shown]


def _of_organisation(truth: Truth, where: Where) -> list[BoardPosting]:
    id_ = {"corporation": "guild"}.get(where["id"], where["id"])
    return truth.listed(where["lang"], lambda each: id_ in family(each))


def topic(truth: Truth, where: Where) -> Any:
    found = truth.listed(where["lang"], lambda each: ("topic", where["id"]) in facets(each))
    return cards(truth, found[: BOARD_SITE.page_size])


def feed(truth: Truth, where: Where) -> Any:
    """Open postings and listed news of a scope: by identity, when each appeared and until when it holds."""
    scope, _, value = where["scope"].partition("/")
    found: dict[str, tuple[datetime, datetime | None]] = {}
    if scope != "news":
        for each in truth.listed(where["lang"], lambda each: _is_in_scope(each, scope, value)):
            original = truth.original(each)
            until = None if is_rolling(each) and where["form"] != "json" else each.life.closes_at
            found[_tag("job", original.identity)] = (original.life.opens_at, until)
    if scope in ("news", "all") or value == "example-network":
        for id_ in truth.news(is_listed=True):
            found[_tag("news", {"tunnel": "burrow"}.get(id_, id_))] = (datetime.fromisoformat(NEWS[id_][0]), None)
    return found


def changes(truth: Truth, _where: Where) -> Any:
    names = {each.id: each.identity for each in truth.visible}
    return {(names[id_], what): at for (id_, what), at in truth.announced().items()}


def calendar(truth: Truth, where: Where) -> Any:
    """Open deadlines stand; what closed early is cancelled for thirty days, on the day its deadline was."""
    id_ = {"corporation": "guild"}.get(where.get("id", ""), where.get("id"))
    shown = [each for each in truth.listed(where["lang"]) if not is_rolling(each)] + truth.cancelled(where["lang"])
    return dict(_event(truth, each) for each in shown if id_ is None or id_ in family(each))


def own_calendar(truth: Truth, where: Where) -> Any:
    return dict([_event(truth, _one(truth.visible, POSTINGS_MOVED.get(where["id"], where["id"])))])


def sitemap(truth: Truth, _where: Where) -> Any:
    """Open postings in every language, visible news, and the lists that have something to show."""
    found = {f"jobs/{each.id}/" for each in truth.open} | {f"news/{id_}/" for id_ in truth.news(is_listed=False)}
    for lang in BOARD_SITE.languages:
        lists = {"", "jobs/", "news/", "organisations/", "subscribe/", "search/", "numbers/"}
        lists |= {f"organisations/{each}/" for each in ("example-network", "platform", "guild")}
        lists |= {f"jobs/{view}/" for view in ("newest",) if truth.newest(lang)}
        lists |= {f"jobs/{view}/" for view in ("closing-soon",) if truth.closing_soon(lang)}
        topics = {topic.id for each in truth.listed(lang) for topic in each.topics}
        lists |= {f"topics/{each}/" for each in topics}
        lists |= {"topics/"} if any(each.topics for each in truth.visible) else set()
        lists |= {f"jobs/{facet}/{value}/" for each in truth.listed(lang) for facet, value in facets(each)}
        found |= {path if lang == "en" else f"{lang}/{path}" for path in lists}
    return {f"{BOARD_SITE.url}/{path}" for path in found}


def indeed(truth: Truth, _where: Where) -> Any:
    return {_url(each): (each.life.opens_at, each.life.closes_at) for each in _for_job_sites(truth)}


def jooble(truth: Truth, _where: Where) -> Any:
    return {_url(each): f"{last_day(each):%d.%m.%Y}" for each in _for_job_sites(truth)}


def data(truth: Truth, _where: Where) -> Any:
    listed = truth.listed("en")
    return {_url(each): (truth.status(each), each.life.opens_at, each.life.closes_at) for each in listed}


def table(truth: Truth, _where: Where) -> Any:
    return {_url(each) for each in truth.listed("en")}


def news_data(truth: Truth, _where: Where) -> Any:
    return {f"{BOARD_SITE.url}/news/{id_}/" for id_ in truth.news(is_listed=True)}


def news(truth: Truth, where: Where) -> Any:
    return set(truth.news(is_listed=True))


def number_of_news(truth: Truth, _where: Where) -> Any:
    return len(truth.news(is_listed=True))


def search(truth: Truth, where: Where) -> Any:
    """Everything visible, open and closed, in every language; a translation with its original."""
    zone, year = to_zone(BOARD_SITE.zone), int(where["year"])
    postings = (each for each in truth.visible if truth.original(each).life.opens_at.astimezone(zone).year == year)
    found: dict[str, tuple[float, float | None]] = {
        f"postings/{each.id}": (each.life.opens_at.timestamp(), each.life.closes_at.timestamp()) for each in postings
    }
    for id_ in truth.news(is_listed=False):
        appears, leaves = (datetime.fromisoformat(each).timestamp() if each else None for each in NEWS[id_])
        if appears and NEWS[id_][0].startswith(where["year"]):
            found[f"news/{id_}"] = (appears, leaves)
    return found


def redirects(truth: Truth, _where: Where) -> Any:
    there = {each.id for each in truth.visible}
    moved = {
        (f"{frame}/jobs/{old}/", f"{frame}/jobs/{new}/")
        for old, new in POSTINGS_MOVED.items()
        for frame in ("", "/fr")
        if new in there
    }
    if "tunnel" in truth.news(is_listed=False):
        moved |= {(f"{frame}/news/burrow/", f"{frame}/news/tunnel/") for frame in ("", "/fr")}
    return moved | {("/organisations/corporation/", "/organisations/guild/")}


def subscriptions(truth: Truth, where: Where) -> Any:
    """Every feed in three forms and every calendar, at their addresses of now."""
    scopes = feed_scopes(truth)
    found = {f"feeds/{scope}.{form}" for scope in scopes for form in ("rss.xml", "atom.xml", "json")}
    found |= {"calendars/deadlines.ics"}
    found |= {f"calendars/organisations/{each}.ics" for each in ("example-network", "platform", "guild")}
    return {f"{BOARD_SITE.url}/{_prefix(where)}{path}" for path in found}


def opml(truth: Truth, where: Where) -> Any:
    return {f"{BOARD_SITE.url}/{_prefix(where)}feeds/{scope}.rss.xml" for scope in feed_scopes(truth)}


def build_info(truth: Truth, _where: Where) -> Any:
    return truth.last_and_next()


def feed_scopes(truth: Truth) -> set[str]:
    """A feed for every value of a facet that a visible posting has or had, so that none vanishes."""
    scopes = {"all", "jobs", "news", "changes"}
    scopes |= {f"organisations/{each}" for each in ("example-network", "platform", "guild")}
    had = {each for posting in truth.visible for each in facets(posting)}
    return scopes | {f"{'topics' if facet == 'topic' else facet}/{value}" for facet, value in had}


def facets(posting: BoardPosting) -> set[tuple[str, str]]:
    """The lists beside the main ones that a posting is in while it is open."""
    found = {("kind", posting.content.kind.value), ("language", posting.lang)}
    found |= {("country", place.country.lower()) for place in posting.content.place}
    found |= {("topic", topic.id) for topic in posting.topics}
    return found | ({("workplace", posting.content.workplace)} if posting.content.workplace else set())


def cards(truth: Truth, postings: Iterable[BoardPosting]) -> list[Card]:
    """How lists present these postings: an open one with the instants the script goes by, a closed one with its own."""
    return [
        (
            each.id,
            (status := truth.status(each)).value,
            utc(each.life.closes_at),
            utc(each.life.closing_soon_at) if status.is_listed else "",
        )
        for each in postings
    ]


def own_edition(posting: BoardPosting) -> str:
    """The language that the page of a posting speaks: its own, or that of the root."""
    return posting.lang if posting.lang in BOARD_SITE.languages else "en"


def shown_at(posting: BoardPosting, reader: str) -> str:
    """Where readers of an edition are led that has no translation: the page, or its frame."""
    return f"/jobs/{posting.id}/" if own_edition(posting) == reader else f"/{reader}/jobs/{posting.id}/"


def utc(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _one(postings: Iterable[BoardPosting], id_: str) -> BoardPosting:
    """The posting of that id, which must be among these."""
    (found,) = (each for each in postings if each.id == id_)
    return found


def _has(posting: BoardPosting, facet: str | None, value: str) -> bool:
    return facet is None or (facet, value) in facets(posting)


def _is_in_scope(posting: BoardPosting, scope: str, value: str) -> bool:
    organisation_ = {"corporation": "guild"}.get(value, value)
    match scope:
        case "organisations":
            return organisation_ in family(posting)
        case "topics" | "kind" | "country" | "workplace" | "language":
            return ("topic" if scope == "topics" else scope, value) in facets(posting)
    return True


def _event(truth: Truth, posting: BoardPosting) -> tuple[str, tuple[str, Any]]:
    """A deadline in a calendar. One that closed early, or has become a rolling posting, is cancelled."""
    content, has_closed = posting.content, truth.status(posting).is_closed
    if is_rolling(posting):
        what = "CANCELLED", content.deadline_was[-1].deadline.day
    elif posting.life.closed_early and has_closed:
        what = "CANCELLED", content.deadline.day  # type: ignore[union-attr]
    else:
        what = "CONFIRMED", last_day(posting)
    return truth.original(posting).identity, what


def _for_job_sites(truth: Truth) -> list[BoardPosting]:
    return [each for each in truth.listed("en") if each.content.kind in ("job", "traineeship")]


def _last_minute(posting: BoardPosting) -> datetime:
    return (posting.life.closes_at - timedelta(minutes=1)).astimezone(to_zone(posting.deadline_zone))


def _browser_zone(posting: BoardPosting) -> str:
    return "Etc/GMT+12" if posting.deadline_zone == AOE else posting.deadline_zone


def _tag(kind: str, identity: str) -> str:
    return f"tag:{BOARD_SITE.identity}:{kind}/{identity}"


def _url(posting: BoardPosting) -> str:
    return f"{BOARD_SITE.url}/jobs/{posting.id}/"


def _prefix(where: Where) -> str:
    return "" if where["lang"] == "en" else f"{where['lang']}/"
