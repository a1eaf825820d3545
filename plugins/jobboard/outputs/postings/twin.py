"""A posting as Markdown: the view of its page in, what a reader of text is told out."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.media import PageFiles
from jobboard.outputs.page.twin import Told, Twin, told_facts, told_links
from jobboard.outputs.postings.apply import ApplySection
from jobboard.outputs.postings.page import PostingPage, posting_page
from jobboard.outputs.text.plain_markdown import escaped_markdown, link_in_markdown


def posting_twin(
    site: Site,
    posting: BoardPosting,
    members: tuple[tuple[str, str], ...],
    files: PageFiles,
    units: tuple[tuple[str, Link], ...],
) -> Twin:
    """The twin of a visible posting's page, which is given the same."""
    page = posting_page(site, posting, members, files, units)
    return Twin(title=page.title, told=tuple(_told(site, page)), body=page.body, address=page.head.canonical)


def _told(site: Site, page: PostingPage) -> Iterator[Told]:
    yield site.say("Status"), escaped_markdown(page.status_words)
    if page.notice:
        yield site.say("Closed"), f"{escaped_markdown(page.notice.closed_on.text)} ({page.closes})"
    elif page.deadline:
        yield site.say("Apply by"), f"{escaped_markdown(page.deadline.text)} ({page.closes})"
    else:
        yield site.say("Apply by"), escaped_markdown(site.say("No fixed deadline"))
    if not page.facts:
        yield site.say("Organisation"), told_links(site, page.organisations)
    yield from told_facts(site, (*page.facts, *page.more_facts))
    if page.apply:
        yield site.say("How to apply"), "; ".join(_ways(page.apply))


def _ways(apply: ApplySection) -> Iterator[str]:
    if apply.link:
        yield link_in_markdown(escaped_markdown(apply.host), apply.link)
    yield from (f"<{each}>" for each in apply.addresses)
    yield from map(escaped_markdown, filter(None, (apply.subject, *apply.documents, apply.limit, apply.note)))
