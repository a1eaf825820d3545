"""Every address of the site (docs/standards.md#addresses), and how an address becomes a link or a file.

Addresses are written here as paths from the site's root, `jobs/data-analyst/`, with a slash at the end
for a page. They never change once published. A path is the name of a file, whatever characters it holds; `href` and
`absolute` alone make an address of one, and `file_of` the file that answers for it.

Lists, organisations and feeds exist in every edition: their path goes through `here`, which answers `fr/jobs/` in the
French one. A posting or news item has one page, in its own language; `framed.py` knows where other editions show it.
"""

from __future__ import annotations

import re
from typing import Protocol
from urllib.parse import quote, urlsplit

from jobboard.board.site import Site
from jobboard.source.kinds import BY_FOLDER, KINDS, RESERVED, TOPIC_TEXTS
from jobboard.source.slug import is_id

HOME = ""
_JOBS, _NEWS, _EVENTS, _ORGANISATIONS = (
    BY_FOLDER[folder] for folder in ("postings", "news", "events", "organisations")
)
JOBS, JOBS_JSON, JOBS_SCHEMA = _JOBS.root, _JOBS.data_file, _JOBS.schema_file
NEWS, NEWS_JSON, NEWS_SCHEMA = _NEWS.root, _NEWS.data_file, _NEWS.schema_file
EVENTS, EVENTS_JSON, EVENTS_SCHEMA = _EVENTS.root, _EVENTS.data_file, _EVENTS.schema_file
ORGANISATIONS, ORGANISATIONS_JSON = _ORGANISATIONS.root, _ORGANISATIONS.data_file
ORGANISATIONS_SCHEMA = _ORGANISATIONS.schema_file
TOPICS_PAGE = BY_FOLDER[TOPIC_TEXTS].root
NEWEST = f"{JOBS}newest/"
CLOSING_SOON = f"{JOBS}closing-soon/"
CLOSED_JOBS = f"{JOBS}closed/"
BROWSE = f"{JOBS}browse/"
FACETS = f"{JOBS}facets.json"
TITLES = f"{JOBS}titles.json"
PAST_EVENTS = f"{EVENTS}past/"
NEWS_BY_KIND = f"{NEWS}kind/"
NEWS_BY_YEAR = f"{NEWS}year/"
NOT_FOUND = "404.html"
SITEMAP = "sitemap.xml"
JOBS_XML = "jobs.xml"
JOBS_JOOBLE = "jobs-jooble.xml"
JOBS_CSV = "jobs.csv"
SUBSCRIBE = "subscribe/"
OPML = "feeds.opml"
SEARCH = "search/"
SAVED = "saved/"
WRITE = "write/"
WRITE_HELP = f"{WRITE}help/"
WRITE_CODES = f"{WRITE}codes.json"
WRITE_NAMES = f"{WRITE}names.json"
NUMBERS = "numbers/"
NUMBERS_CSV = f"{NUMBERS}numbers.csv"
FULL_TEXT = "pagefind/"
BUILD = "build.json"
LLMS = "llms.txt"
ACCESSIBILITY = "accessibility/"
MEDIA = "media/"
PICTURE_FILES = "pictures/"
FEEDS = "feeds/"
CALENDARS = "calendars/"
EMBED = "embed/"
THEME = "theme/"

_PLAIN = re.compile(r"[A-Za-z0-9/._~-]*")
"""What stands in an address as it is (RFC 3986, 2.3). Nearly every path has nothing else, and that is soon seen."""


def here(site: Site, path: str) -> str:
    """The path of a list, an organisation or a feed in this edition."""
    return f"{site.prefix}{path}"


def posting_path(id_: str) -> str:
    """The page of a posting."""
    return f"{JOBS}{id_}/"


def news_path(id_: str) -> str:
    """The page of a news item."""
    return f"{NEWS}{id_}/"


def event_path(id_: str) -> str:
    """The page of an event."""
    return f"{EVENTS}{id_}/"


def organisation_path(id_: str) -> str:
    """The page of an organisation."""
    return f"{ORGANISATIONS}{id_}/"


def plain_path(id_: str) -> str:
    """A plain page."""
    return f"{id_}/"


def topic_path(id_: str) -> str:
    """The page of a topic."""
    return f"{TOPICS_PAGE}{id_}/"


def topic_news_path(id_: str) -> str:
    """All news on a topic."""
    return f"{topic_path(id_)}news/"


def organisation_jobs_path(id_: str) -> str:
    """The list of an organisation's open postings, where its page does not hold them all."""
    return f"{organisation_path(id_)}jobs/"


def embed_path(id_: str) -> str:
    """The page with an organisation's open postings that other sites show in a frame."""
    return f"{EMBED}{organisation_path(id_)}"


def embed_list_path(id_: str) -> str:
    """The same as a piece of HTML, which other sites take into their pages."""
    return f"{embed_path(id_)}list.html"


def organisation_news_path(id_: str) -> str:
    """The archive of an organisation's news, where its page does not hold it all."""
    return f"{organisation_path(id_)}news/"


_ID = "{id}"


def item_at(path: str) -> tuple[str, str] | None:
    """The folder and id of the item that has its page in this file, or had it before; None of any other file."""
    for kind in KINDS:
        before, _, after = file_of(kind.path(_ID)).partition(_ID)
        id_ = path.removeprefix(before).removesuffix(after)
        is_language = not kind.root and len(id_) == 2
        if path == f"{before}{id_}{after}" and is_id(id_) and id_ not in RESERVED[kind.folder] and not is_language:
            return kind.folder, id_
    return None


class Addressed(Protocol):
    """An item that has a page of its own."""

    @property
    def folder(self) -> str: ...

    @property
    def id(self) -> str: ...


def path_of(item: Addressed) -> str:
    """The address of an item's page, in the root's edition where there are several."""
    return BY_FOLDER[item.folder].path(item.id)


def item_path(site: Site, folder: str, id_: str) -> str:
    """The page of an item as this edition links to it."""
    kind = BY_FOLDER[folder]
    return here(site, kind.path(id_)) if kind.in_editions else kind.path(id_)


def closed_path(year: int) -> str:
    """The archive of the postings whose last open day was in that year."""
    return f"{CLOSED_JOBS}{year}/"


def facet_folder(facet: str) -> str:
    """What the lists of a facet are below: `jobs/country/`."""
    return f"{JOBS}{facet}/"


def facet_path(facet: str, value: str) -> str:
    """Open postings that share a kind, country, topic, language or workplace."""
    return f"{facet_folder(facet)}{value}/"


def list_page_path(listing: str, digest: str) -> str:
    """A page of a list but the first, by the digest of the item it begins with."""
    return f"{list_pages_folder(listing)}{digest[:10]}/"


def list_pages_folder(listing: str) -> str:
    """What the pages of a list but the first are below."""
    return f"{listing}page/"


def feed_path(collection: str, extension: str) -> str:
    """A collection's feed: `feed_path("jobs", "rss.xml")`, `feed_path("organisations/cemr", "atom.xml")`."""
    return f"{FEEDS}{collection}.{extension}"


def calendar_path(collection: str) -> str:
    """A collection's calendar: `calendar_path("deadlines")`, `calendar_path("organisations/cemr")`."""
    return f"{CALENDARS}{collection}.ics"


def deadline_path(id_: str) -> str:
    """The calendar file of one posting's deadline."""
    return f"{JOBS}{id_}/deadline.ics"


def event_calendar_path(id_: str) -> str:
    """The calendar file of one event."""
    return f"{event_path(id_)}event.ics"


def sitemap_part_path(number: int) -> str:
    """Part `number` of the sitemap, counted from 1, where it does not fit into one file."""
    return f"sitemap-{number}.xml"


def media_path(file: str) -> str:
    """Where a picture or attachment of the content is published."""
    return f"{MEDIA}{file}"


def picture_path(file: str, width: int, ending: str) -> str:
    """A picture of the content made narrower, in another form: no other file can have this address."""
    return f"{PICTURE_FILES}{file}/{width}.{ending}"


def plain_picture_path(file: str, *, is_logo: bool) -> str:
    """The same as every program can show it: an address that is known before its size is."""
    return f"{PICTURE_FILES}{file}/{'logo.png' if is_logo else 'preview.jpg'}"


def card_path(page: str) -> str:
    """The social card of a page. It stays, whatever the card shows: who shared the page once has this address."""
    return f"{page}card.png"


def twin_path(page: str) -> str:
    """A page as Markdown."""
    return f"{page}index.md"


def asset_path(name: str, digest: str) -> str:
    """A file of the theme, `js/board.js`. Its digest is in its name, so that what is at an address never changes and
    browsers may keep it for good: a page and the files it loads are always of one build (decision 35)."""
    folder, slash, file = name.rpartition("/")
    stem, dot, ending = file.rpartition(".")
    return f"{THEME}{folder}{slash}{stem or file}.{digest}{f'{dot}{ending}' if stem else ''}"


def is_asset(path: str) -> bool:
    """True for a file of the theme."""
    return path.startswith(THEME)


def form_path(folder: str) -> str:
    """The form of a kind as data."""
    return f"{WRITE}{folder}.json"


def help_picture_path(file: str) -> str:
    """A picture of the guide for those who write."""
    return f"{WRITE_HELP}{file}"


def press_kit_path(id_: str) -> str:
    """All files of a news item in one."""
    return f"{news_path(id_)}press-kit.zip"


def news_kind_path(kind: str) -> str:
    """The news of one kind."""
    return f"{NEWS_BY_KIND}{kind}/"


def news_year_path(year: int) -> str:
    """The news of one year."""
    return f"{NEWS_BY_YEAR}{year}/"


def file_of(path: str) -> str:
    """The output file that answers for an address."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def link_here(site: Site, path: str) -> str:
    """A link to a list, an organisation or a feed of this edition."""
    return href(site, here(site, path))


def href(site: Site, path: str) -> str:
    """A link within the site: from the root of the host, so that it works in a 404 page too."""
    return f"{urlsplit(site.url).path}/{_as_address(path)}"


def absolute(site: Site, path: str) -> str:
    """The full address, for feeds, markup and the sitemap."""
    return f"{site.url}/{_as_address(path)}"


def identifier(site: Site, kind: str, identity: str) -> str:
    """A tag URI (RFC 4151) that names an item for ever, whatever becomes of its title, file or site."""
    return f"tag:{site.identity}:{kind}/{identity}"


def _as_address(path: str) -> str:
    """A path as an address has it: a `#`, `?`, `%`, space or letter of another script as its bytes (RFC 3986, 2.1)."""
    return path if _PLAIN.fullmatch(path) else quote(path)
