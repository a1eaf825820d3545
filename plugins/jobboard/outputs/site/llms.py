"""`/llms.txt`: what the board is and where everything of it is, in Markdown, for programs that read texts.

By the form that llmstxt.org describes: a name, what it is, and lists of links with notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.outputs.addresses import absolute, posting_path
from jobboard.outputs.contacts.blanking import title_of
from jobboard.outputs.page.twin import twin_of
from jobboard.outputs.text import words
from jobboard.outputs.text.clocks import utc_text
from jobboard.outputs.text.plain_markdown import escaped_markdown, link_in_markdown

MOST_POSTINGS = 100
"""The newest open postings that are named: the file stays below some thirty kilobytes, and the data has all."""

NamedPaths = tuple[tuple[str, str], ...]
"""What something is called, with its path."""


def llms_text(site: Site, lists: NamedPaths, files: NamedPaths, postings: tuple[BoardPosting, ...], total: int) -> str:
    """The file. `lists` are for people, `files` for programs; `postings` are the newest of `total` open ones."""
    open_ones = site.say_number("%(number)s open posting", "%(number)s open postings", total)
    parts = (
        f"# {escaped_markdown(site.name)}",
        f"> {escaped_markdown(site.description)}",
        escaped_markdown(site.say("A posting is open until the instant it closes at; after that it is closed.")),
        _section(site.say("Lists"), _links(site, lists)),
        _section(site.say("Data and feeds"), _links(site, files)),
        _section(open_ones, (_line(site, each) for each in postings)),
    )
    return "\n\n".join(filter(None, parts)) + "\n"


def _section(heading: str, lines: Iterable[str]) -> str:
    found = [f"- {each}" for each in lines]
    return "\n".join([f"## {escaped_markdown(heading)}", "", *found]) if found else ""


def _links(site: Site, named: NamedPaths) -> Iterator[str]:
    return (link_in_markdown(escaped_markdown(name), absolute(site, path)) for name, path in named)


def _line(site: Site, posting: BoardPosting) -> str:
    """A posting: its page, or that as Markdown where there is one, who hires, what it is and until when."""
    address = twin_of(site, posting_path(posting.id)) or absolute(site, posting_path(posting.id))
    link = link_in_markdown(escaped_markdown(title_of(site, posting)), address)
    employer = posting.organisations[0].content.name
    status = site.say(words.STATUSES[posting.status])
    closes = site.say("closes at %(instant)s", instant=utc_text(posting.life.closes_at))
    return f"{link}: {escaped_markdown(f'{employer}, {status}, {closes}')}"
