"""The same as a page says as Markdown, at `index.md` beside it: for programs that read a text and no markup.

A twin is made of the view of its page and of nothing else, so it can say no more than the page does.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urljoin

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import HOME, absolute, twin_path
from jobboard.outputs.page.facts import Fact
from jobboard.outputs.page.link import Link
from jobboard.outputs.text.judged import judged
from jobboard.outputs.text.plain_markdown import escaped_markdown, link_in_markdown, markdown_of

TWIN_TYPE = "text/markdown"

Told = tuple[str, str]
"""A term with what there is to say of it, in Markdown."""


class Twin(Struct, frozen=True, kw_only=True):
    """What the file says. `address` is that of the page, `body` its HTML."""

    title: str
    told: tuple[Told, ...]
    body: str
    address: str


class TwinMarkdown(Struct, frozen=True):
    """The format of such a file. `stamp` is raised when the same twin is to be written in another way."""

    stamp: str = "1"

    @property
    def version(self) -> str:
        return f"twin-{self.stamp}"

    def express(self, view: Twin) -> bytes:
        facts = "\n".join(f"- {escaped_markdown(term)}: {text}" for term, text in view.told)
        parts = (f"# {escaped_markdown(view.title)}", facts, markdown_of(judged(view.body), view.address))
        return "\n\n".join((*filter(None, parts), f"<{view.address}>\n")).encode()


def twin_of(site: Site, path: str) -> str:
    """The address of the twin of the page at `path`; empty on a board without such files."""
    return absolute(site, twin_path(path)) if site.has_twins else ""


def told_facts(site: Site, facts: Iterable[Fact]) -> Iterable[Told]:
    """Key facts as a page has them."""
    for fact in facts:
        lines = (_linked(site, each.text, each.href) for each in fact.lines)
        yield fact.term, "; ".join(lines)


def told_links(site: Site, links: Iterable[Link]) -> str:
    """Names that lead somewhere, one after the other."""
    return ", ".join(_linked(site, each.text, each.href) for each in links)


def _linked(site: Site, text: str, address: str) -> str:
    words = escaped_markdown(text)
    return link_in_markdown(words, urljoin(absolute(site, HOME), address)) if address else words
