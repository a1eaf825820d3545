"""RSS 2.0 and Atom, written by feedgen with its traps closed in this one place.

Entries are written apart: one is in up to seven feeds of an edition, and all but a few are as they were.

What a feed must be is in docs/standards.md#feeds; the W3C feed validator is the judge.
"""

from __future__ import annotations

from html import escape
from typing import Any

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import Element, SubElement, tostring

from jobboard.outputs.feeds.entry import Entry
from jobboard.outputs.feeds.feed import FeedView
from jobboard.outputs.text.bodies import in_direction
from jobboard.outputs.text.cached import remembered

_ATOM = "http://www.w3.org/2005/Atom"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DOCS = "https://www.rssboard.org/rss-specification"
_MINUTES_BETWEEN_VISITS = "720"


def rss_ends(view: FeedView) -> tuple[bytes, bytes]:
    """What stands before and after the items of a feed in RSS 2.0 with the Advisory Board's profile."""
    return _apart(_generator(view, "application/rss+xml").rss_str(pretty=True), b"  </channel>")


def atom_ends(view: FeedView) -> tuple[bytes, bytes]:
    """What stands before and after the entries of a feed in Atom (RFC 4287)."""
    return _apart(_generator(view, "application/atom+xml").atom_str(pretty=True), b"</feed>")


@remembered(512)
def rss_item(entry: Entry) -> bytes:
    """An entry as RSS, the same in every feed that has it."""
    rss = Element("rss", nsmap={"dc": _DC, "dcterms": _TERMS, "atom": _ATOM, "content": _CONTENT})
    SubElement(rss, "channel").append(_feed_entry(entry).rss_entry())
    return _cut_out(rss, b"    <item>", b"</item>")


@remembered(512)
def atom_entry(entry: Entry) -> bytes:
    """An entry as Atom, the same in every feed that has it."""
    feed = Element("feed", xmlns=_ATOM, nsmap={"dc": _DC, "dcterms": _TERMS})
    feed.append(_feed_entry(entry).atom_entry())
    return _cut_out(feed, b"  <entry", b"</entry>")


def _apart(xml: bytes, end: bytes) -> tuple[bytes, bytes]:
    at = xml.rindex(end)
    return xml[:at], xml[at:].rstrip(b"\n") + b"\n"


def _cut_out(root: Any, start: bytes, end: bytes) -> bytes:
    """The one entry below `root`, which declares the namespaces and gives it its depth."""
    xml: bytes = tostring(root, pretty_print=True, encoding="UTF-8")
    return xml[xml.index(start) : xml.rindex(end) + len(end)] + b"\n"


def _generator(view: FeedView, type_: str) -> FeedGenerator:
    feed = FeedGenerator()
    feed.register_extension("jobboard", _FeedExtension, _EntryExtension, atom=True, rss=True)
    feed.id(view.id)
    feed.title(view.title)
    feed.description(view.description)
    feed.language(view.lang)
    feed.updated(view.updated)
    feed.lastBuildDate(view.updated)
    feed.docs(_DOCS)
    feed.ttl(_MINUTES_BETWEEN_VISITS)
    feed.generator("")
    feed.jobboard.hub = view.hub
    feed.link(href=view.address, rel="self", type=type_)
    feed.link(href=view.home, rel="alternate", type="text/html")  # the last link becomes RSS's <link>
    return feed


@remembered(256)
def _feed_entry(entry: Entry) -> FeedEntry:
    """An entry as feedgen has it: the same for RSS and Atom, which are written one after the other."""
    target = FeedEntry()
    target.register_extension("jobboard", _EntryExtension, atom=True, rss=True)
    target.id(entry.id)
    target.guid(entry.id, permalink=False)
    target.title(entry.title)
    target.link(href=entry.href, rel="alternate", type="text/html")
    target.published(entry.published)
    target.updated(entry.updated)
    target.author([{"name": name} for name in entry.authors])
    target.category([{"term": each.term, "label": each.label, "scheme": each.scheme} for each in entry.categories])
    target.summary(entry.summary)
    if entry.html:
        target.content(entry.html, type="html")
    target.jobboard.entry = entry
    return target


class _FeedExtension(BaseExtension):  # type: ignore[misc]
    """Declares the namespaces the entries use, and names the hub that tells of changes (WebSub, section 4)."""

    hub = ""

    def extend_ns(self) -> dict[str, str]:
        return {"dc": _DC, "dcterms": _TERMS}

    def extend_atom(self, feed: Any) -> Any:
        self._name_hub(feed)
        return feed

    def extend_rss(self, rss: Any) -> Any:
        self._name_hub(rss.find("channel"))
        _say_as_html(rss.find("channel/description"), rss.findtext("channel/language"))
        return rss

    def _name_hub(self, feed: Any) -> None:
        if self.hub:
            SubElement(feed, f"{{{_ATOM}}}link", rel="hub", href=self.hub)


class _EntryExtension(BaseEntryExtension):  # type: ignore[misc]
    """What feedgen does not write: language, authors without an address in RSS, `atom:updated`, the deadline."""

    entry: Entry

    def extend_rss(self, item: Any) -> Any:
        _say_as_html(item.find("description"), self.entry.summary_lang)
        for author in self.entry.authors:
            SubElement(item, f"{{{_DC}}}creator").text = author
        SubElement(item, f"{{{_DC}}}language").text = self.entry.lang
        SubElement(item, f"{{{_ATOM}}}updated").text = self.entry.updated.isoformat()
        self._valid(item)
        return item

    def extend_atom(self, item: Any) -> Any:
        item.set(_XML_LANG, self.entry.lang)
        self._valid(item)
        return item

    def _valid(self, item: Any) -> None:
        if self.entry.valid:
            SubElement(item, f"{{{_TERMS}}}valid").text = self.entry.valid


def _say_as_html(description: Any, lang: str) -> None:
    """Plain text in RSS's `<description>`, which readers take for HTML: what an author typed must not become markup.

    A title is plain text by the profile and in Atom (`type="text"`), and stays as typed.
    """
    description.text = in_direction(escape(description.text, quote=False), lang)
