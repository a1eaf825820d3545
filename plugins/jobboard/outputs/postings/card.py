"""Cards: what a listing shows of one posting, and nothing more: what it is chosen by.

Listings depend on cards, not on items, so that a change in a posting's text leaves them alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from msgspec import Struct, structs

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.board.status import Status
from jobboard.model.parts.closing import Rolling
from jobboard.model.parts.employment import Contract
from jobboard.model.parts.general import Place
from jobboard.model.parts.languages import LanguageLevel
from jobboard.model.posting import Posting, Workplace
from jobboard.outputs.contacts.blanking import said_of, title_of
from jobboard.outputs.framed import link_to
from jobboard.outputs.page.link import Link, employer_links, language_label, other_language
from jobboard.outputs.page.script import Ageing, ageing_of
from jobboard.outputs.page.signs import sign_of
from jobboard.outputs.postings.deadline_changes import last_change
from jobboard.outputs.text import words
from jobboard.outputs.text.clocks import last_minute, local, utc_text
from jobboard.outputs.text.salaries import salary_words
from jobboard.outputs.text.words import When
from jobboard.source.catalogue import mark
from jobboard.source.direction import direction_of


class JobCard(Struct, frozen=True, kw_only=True):
    """One posting in a listing. There is no `deadline` if it is rolling; `published` is not said of a closed one.

    `organisations` are its employers by their whole names, and there is a `logo` (an address) or a `monogram`.
    `direction` is that of the title, whose `lang` is empty where it is the page's. `closes` is the instant it closes,
    `closing_soon` the one it begins to, empty if it is closed. `week` and `month` are headings of lists that have some.
    What the page adds: `label`, which the link is called where another has the same title (`cards_told_apart`), and
    `through`, which says how it comes to the page of an organisation that it does not name: "Part of CEMR".
    """

    title: str
    href: str
    lang: str
    direction: str
    organisations: tuple[Link, ...]
    logo: str
    monogram: str
    kind: str
    place: str
    workplace: str
    contract: str
    pay: str
    languages: str
    language_words: str
    status: str
    status_words: str
    deadline: When | None
    closed_on: When | None
    published: When | None
    closes: str
    closing_soon: str
    ageing: Ageing | None
    week: str
    month: str
    change: str = ""
    label: str = ""
    through: str = ""


def job_card(site: Site, posting: BoardPosting) -> JobCard:
    """What listings show of a posting, in the site's language. Of a closed one nothing that it would be chosen by."""
    content, is_closed, life = posting.content, posting.status.is_closed, posting.life
    employers = employer_links(site, posting.organisations)
    logo, monogram = sign_of(site, posting.organisations[0].content)
    deadline = None if is_closed else _deadline(site, posting)
    return JobCard(
        title=title_of(site, posting),
        href=link_to(site, posting),
        lang=other_language(site, posting.lang),
        direction=direction_of(posting.lang),
        organisations=employers,
        logo=logo,
        monogram=monogram,
        kind=site.say(words.POSTING_KINDS[content.kind]),
        place=said_of(site, posting, words.towns_words(content.place, site.lang)),
        workplace=_workplace(site, content),
        contract="" if is_closed else _contract(site, content.contract),
        pay="" if is_closed or content.salary is None else salary_words(replace(content.salary, note=None), site.lang),
        languages="" if is_closed else _languages(site, content),
        language_words=language_label(site, posting.lang),
        status=posting.status,
        status_words="" if posting.status is Status.OPEN else site.say(words.STATUSES[posting.status]),
        deadline=deadline,
        closed_on=words.day(closed_on(posting), site.lang) if is_closed else None,
        published=None if is_closed else _published(posting, site.lang, deadline),
        closes=utc_text(life.closes_at),
        closing_soon="" if is_closed else utc_text(life.closing_soon_at),
        ageing=ageing_of(
            content.deadline,
            posting.deadline_zone,
            site.lang,
            closes_early=life.closed_early is not None or is_closed,
        ),
        week=_week(site, posting),
        month=words.month_words(life.last_day, site.lang),
        change="" if is_closed else last_change(site, posting),
    )


def card_to_fill() -> tuple[JobCard, ...]:
    """Cards for a script to fill: one of a posting with a deadline, one of a rolling one.

    Every value is its name in braces, in texts and in attributes: {title}, {href}, {label}, {lang}, {direction},
    {organisations}, {logo} (an address) or {monogram}, {kind}, {place}, {workplace}, {contract}, {pay}, {languages},
    {language} ("in French"), {status}, {status_words} (none of an open one), {change}, {published} and {deadline} with
    {published_at} and {deadline_at} for machines; {closes} and {soon}, instants in UTC; {zone} and {last}, which
    "tomorrow" is made of. What has no value goes, element or attribute. `dispatchEvent(new Event("cards"))` has the
    script of the site (`js/board.js`) see to cards that were put in place.
    """
    rolling = JobCard(
        title="{title}",
        href="{href}",
        lang="{lang}",
        direction="{direction}",
        logo="{logo}",
        monogram="{monogram}",
        kind="{kind}",
        place="{place}",
        workplace="{workplace}",
        contract="{contract}",
        pay="{pay}",
        languages="{languages}",
        status="{status}",
        status_words="{status_words}",
        change="{change}",
        label="{label}",
        closes="{closes}",
        organisations=(Link(text="{organisations}", href=""),),
        language_words="{language}",
        closing_soon="{soon}",
        deadline=None,
        closed_on=None,
        published=When("{published}", "{published_at}"),
        ageing=None,
        week="",
        month="",
    )
    deadline, ageing = When("{deadline}", "{deadline_at}"), Ageing(zone="{zone}", last="{last}")
    return structs.replace(rolling, deadline=deadline, ageing=ageing), rolling


def cards_told_apart(site: Site, cards: Iterable[JobCard]) -> tuple[JobCard, ...]:
    """The cards of a page. Where two have one title, their links are called by their employers, too."""
    shown = tuple(cards)
    times = Counter(each.title for each in shown)
    return tuple(each if times[each.title] == 1 else _labelled(site, each) for each in shown)


def _labelled(site: Site, card: JobCard) -> JobCard:
    names = words.list_words([each.text for each in card.organisations], site.lang)
    return structs.replace(card, label=f"{card.title} – {names}")


def closed_on(posting: BoardPosting) -> date:
    """The first day it was no longer open, for an early closing; else its last day."""
    if posting.life.closed_early is None:
        return posting.life.last_day
    return local(posting.life.closes_at, posting.zone).date()


def places_words(site: Site, places: Iterable[Place]) -> str:
    """Where the work is, without how it is done: "Brussels, Belgium · Lille, France"."""
    return " · ".join(words.place_words(each, site.lang) for each in places)


def place_line(
    site: Site, place: tuple[Place, ...], workplace: Workplace | None, applicants_from: tuple[str, ...]
) -> str:
    """Where the work is, on one line: "Brussels, Belgium · hybrid"."""
    places = [places_words(site, place)] if place else []
    if workplace is Workplace.REMOTE:
        remote = mark("remote, from %(countries)s") if places else mark("Remote, from %(countries)s")
        return " · ".join([*places, site.say(remote, countries=_countries(site, applicants_from))])
    how = [site.say(words.WORKPLACES[workplace]).lower()] if workplace is Workplace.HYBRID else []
    return " · ".join([*places, *how])


def _workplace(site: Site, content: Posting) -> str:
    """ "On site", "Hybrid", "Remote, from Belgium, France"."""
    if content.workplace is Workplace.REMOTE:
        return site.say("Remote, from %(countries)s", countries=_countries(site, content.applicants_from))
    return site.say(words.WORKPLACES[content.workplace]) if content.workplace else ""


def _countries(site: Site, codes: Iterable[str]) -> str:
    return ", ".join(words.country_words(code, site.lang) for code in codes)


def _contract(site: Site, contract: Contract | None) -> str:
    return site.say(words.CONTRACTS[contract.type]) if contract and contract.type else ""


def _languages(site: Site, content: Posting) -> str:
    """What one must speak: "English C1, French". Levels that are words are left out, and what is but an asset."""
    asked = ((code, level) for code, level in content.languages if level is not LanguageLevel.ASSET)
    return ", ".join(
        " ".join(filter(None, (words.language_words(code, site.lang), words.short_level(level))))
        for code, level in asked
    )


def _published(posting: BoardPosting, lang: str, deadline: When | None) -> When:
    """The day it was published, in short: beside a deadline of the same year without its year."""
    return words.short_day(
        local(posting.life.opens_at, posting.zone).date(), lang, beside=deadline.datetime if deadline else ""
    )


def _week(site: Site, posting: BoardPosting) -> str:
    """The week in which it was published, as a heading."""
    day = local(posting.life.opens_at, posting.zone).date()
    return site.say("Week of %(day)s", day=words.day_words(day - timedelta(day.weekday()), site.lang))


def _deadline(site: Site, posting: BoardPosting) -> When | None:
    """The last minute to apply, with its day and its zone; None for a rolling posting."""
    deadline, zone = posting.content.deadline, posting.deadline_zone
    said = words.deadline_words(deadline, zone, site.lang)
    if said is None or deadline is None or isinstance(deadline, Rolling):
        return None
    return When(words.minute_words(last_minute(deadline, zone), zone, site.lang, weekday=True), said.datetime)
