"""Whether a site that was built is the site that was asked for: looked at before a time is believed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from bench.corpus import EDIT, Corpus
from bench.generators import Generator
from bench.items import Posting

_SAMPLE = 50
_SECTION = re.compile(r">How we choose<")
_POSTING_LINK = re.compile(r'href="/jobs/([a-z0-9-]+-\d{6})/"')
_ITEM_PAGE = re.compile(r"^(?:jobs|news)/[a-z0-9-]+-\d{6}/")
_FEED = re.compile(rb"<(?:rss|feed)\b")
_LOC = re.compile(rb"<loc>")


class CheckError(Exception):
    """A site that lacks something; the message says what."""


def check_site(generator: Generator, corpus: Corpus) -> None:
    """Every page of every item, listings that name every posting, feeds, a sitemap. Raises CheckError."""
    output = generator.output
    ids = {posting.id for posting in corpus.postings()}
    expected = {
        "jobs": ids,
        "news": {item.id for item in corpus.news()},
        "organisations": {each.id for each in corpus.organisations},
    }
    for folder, names in expected.items():
        _expect(generator, f"pages of {folder}", names, _pages(output / folder, names))
    _expect(generator, "postings in listings", ids, _listed(output))
    for posting in _some(corpus):
        _check_page(generator, posting)
    feeds = sum(1 for file in output.rglob("*.xml") if _FEED.search(file.read_bytes()[:500]))
    _expect_number(generator, "feeds", feeds, 2 * len(corpus.organisations) + 2)
    addresses = sum(len(_LOC.findall(file.read_bytes())) for file in output.glob("sitemap*.xml"))
    still_open = sum(not posting.is_closed for posting in corpus.postings())
    least = still_open - 1 + corpus.news_size + len(corpus.organisations)
    _expect_number(generator, "addresses in the sitemap", addresses, least)


def check_edited(generator: Generator, posting: Posting, before: str) -> None:  # noqa: ARG001 (others need it)
    """The page of the edited posting has the new sentence. Raises CheckError."""
    if EDIT not in page_of(generator, posting):
        raise CheckError(f"{generator.name}: the edit of {posting.id} does not show")


def check_added(generator: Generator, posting: Posting, before: str) -> None:  # noqa: ARG001 (others need it)
    """The new posting has its page, and a listing names it. Raises CheckError."""
    _check_page(generator, posting)
    if not any(_naming(generator, posting)):
        raise CheckError(f"{generator.name}: no listing names {posting.id}, which was added")


def check_closed(generator: Generator, posting: Posting, before: str) -> None:
    """The page of the posting that has just closed is not what it was. Raises CheckError."""
    if page_of(generator, posting) == before:
        raise CheckError(f"{generator.name}: {posting.id} looks open after it has closed")


def check_left(generator: Generator, posting: Posting, before: str) -> None:  # noqa: ARG001 (others need it)
    """No listing names what was taken out, and it has no page where those are removed. Raises CheckError."""
    if naming := next(_naming(generator, posting), None):
        path = naming.relative_to(generator.output).as_posix()
        raise CheckError(f"{generator.name}: {path} names {posting.id}, which was taken out")
    if generator.removes_pages and _page_file(generator, posting).exists():
        raise CheckError(f"{generator.name}: {posting.id}, which was taken out, still has its page")


def page_of(generator: Generator, posting: Posting) -> str:
    """The HTML of a posting's page."""
    return _page_file(generator, posting).read_text(encoding="utf-8")


def _page_file(generator: Generator, posting: Posting) -> Path:
    return generator.output / "jobs" / posting.id / "index.html"


def _pages(folder: Path, names: Iterable[str]) -> set[str]:
    return {name for name in names if (page := folder / name / "index.html").is_file() and page.stat().st_size > 0}


def listing_pages(output: Path) -> Iterator[Path]:
    """Every HTML file that is not the page of a posting or a news item."""
    return (file for file in output.rglob("*.html") if not _ITEM_PAGE.match(file.relative_to(output).as_posix()))


def _lists(output: Path) -> Iterator[Path]:
    """Listing pages but for those of organisations: every posting is in one of these, too."""
    return (file for file in listing_pages(output) if file.relative_to(output).parts[0] != "organisations")


def _listed(output: Path) -> set[str]:
    found: set[str] = set()
    for file in _lists(output):
        found.update(_POSTING_LINK.findall(file.read_text(encoding="utf-8")))
    return found


def _naming(generator: Generator, posting: Posting) -> Iterator[Path]:
    """The lists that lead to a posting."""
    link = f'href="/jobs/{posting.id}/"'.encode()
    return (file for file in _lists(generator.output) if link in file.read_bytes())


def _some(corpus: Corpus) -> Iterator[Posting]:
    return map(corpus.posting, range(0, corpus.size, max(1, corpus.size // _SAMPLE)))


def _check_page(generator: Generator, posting: Posting) -> None:
    html = page_of(generator, posting)
    wanted = (escape(posting.title), f"its reference is {posting.reference}", escape(posting.organisation.name))
    missing = [text for text in wanted if text not in html]
    if missing or not _SECTION.search(html):
        raise CheckError(f"{generator.name}: the page of {posting.id} lacks {missing or 'its last section'}")


def _expect(generator: Generator, what: str, expected: set[str], found: set[str]) -> None:
    missing = sorted(expected - found)
    if missing:
        raise CheckError(f"{generator.name}: {what}: {len(missing)} of {len(expected)} missing, like {missing[0]}")


def _expect_number(generator: Generator, what: str, found: int, least: int) -> None:
    if found < least:
        raise CheckError(f"{generator.name}: {what}: {found}, expected at least {least}")
